package io.assay.harness.cli;

import io.assay.harness.profiling.Subject;
import io.assay.harness.result.UserError;
import io.assay.harness.run.version.Version;
import io.assay.harness.run.version.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which code a result was measured with. A run folder tells the checksum of its jar and the commit, and whether work was
 * uncommitted; a plain JMH file tells nothing.
 */
final class KnownCode {
    private final Versions versions;
    private final Consumer<String> notes;

    KnownCode(Versions versions, Consumer<String> notes) {
        this.versions = versions;
        this.notes = notes;
    }

    /**
     * The code of a side; empty, with a line that says why, where it is not known.
     *
     * @param side {@code base} or {@code head}
     * @param given what the user says it is
     * @param environment what the run folder says
     */
    Optional<Subject> of(String side, @Nullable String given, Map<String, Object> environment) {
        try {
            if (given != null) {
                return Optional.of(Subject.of(versions.named(given)));
            }
            Optional<Version> own = ownJar();
            if (own.isPresent() && own.get().sha256().equals(entry(environment, "jar", "sha256"))) {
                return Optional.of(Subject.own());
            }
            String commit = entry(environment, "commit", "commit");
            String state = entry(environment, "commit", "state");
            if (state.equals("clean") && commit.matches("[0-9a-f]{40,64}")) {
                return Optional.of(Subject.of(versions.named(commit)));
            }
            notes.accept("--explain: the code of " + side + " is not known ("
                    + (state.equals("dirty")
                            ? "its run was of uncommitted work on " + commit
                            : "its result names no commit")
                    + "); give --" + side + "-code JAR|GITREF");
            return Optional.empty();
        } catch (UserError e) {
            notes.accept("--explain: the code of " + side + " cannot be had: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Version> ownJar() {
        Path file = Path.of(System.getProperty("java.class.path", ""));
        return Files.isRegularFile(file)
                ? Optional.of(versions.named(file.toAbsolutePath().toString()))
                : Optional.empty();
    }

    private static String entry(Map<String, Object> environment, String object, String name) {
        return environment.get(object) instanceof Map<?, ?> map && map.get(name) instanceof String text ? text : "";
    }
}
