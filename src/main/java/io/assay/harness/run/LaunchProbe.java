package io.assay.harness.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a JDK, before any fork, whether it starts with a profile's flags at all. */
public final class LaunchProbe {
    private static final int PATIENCE_SECONDS = 30;

    /** The loader's words for a library that it does not find; it goes on without it, so the exit status says nothing. */
    private static final Pattern NOT_PRELOADED =
            Pattern.compile("ld\\.so: object '([^']*)' from LD_PRELOAD cannot be preloaded(?: \\(([^)]*)\\))?");

    private LaunchProbe() {}

    /** Why cells of this launch cannot run; empty where they can. */
    public static Optional<String> unavailable(Launch launch) {
        String where = "not on this JDK (" + launch.jdk().version() + "): ";
        Optional<String> lacking =
                launch.profile().collector().lackingOn(launch.jdk().feature());
        if (lacking.isPresent()) {
            return Optional.of(where + lacking.get());
        }
        List<String> command = new ArrayList<>();
        command.add(ForkRunner.javaBinary(launch.jdk().home()));
        command.addAll(launch.flags(64));
        command.add("-version");
        try {
            Path output = Files.createTempFile("assay-probe", ".txt");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().putAll(launch.profile().environment());
                Process process = builder.start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return Optional.of(where + "it does not come up with this profile's flags");
                }
                Optional<String> missing = notPreloaded(launch.profile(), Files.readString(output));
                if (missing.isPresent()) {
                    return missing;
                }
                return process.exitValue() == 0 ? Optional.empty() : Optional.of(where + complaint(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return Optional.of(where + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(where + "interrupted");
        }
    }

    private static Optional<String> notPreloaded(Profile profile, String said) {
        Matcher missing = NOT_PRELOADED.matcher(said);
        return missing.find()
                ? Optional.of("not on this machine: " + missing.group(1) + " cannot be preloaded"
                        + (missing.group(2) == null ? "" : " (" + missing.group(2) + ")")
                        + profile.install()
                                .map(command -> "; install it: " + command)
                                .orElse(""))
                : Optional.empty();
    }

    /** The first line but for what a JVM says whether it starts or not. */
    private static String complaint(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank()
                        && !line.startsWith("Picked up ")
                        && !line.contains(" VM warning: ")
                        && !line.startsWith("Error: Could not create"))
                .findFirst()
                .orElse("it refuses this profile's flags");
    }
}
