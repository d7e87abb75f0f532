package io.assay.harness.run.version;

import io.assay.harness.result.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the benchmark jar of a project with its own Maven. */
final class MavenBuild {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    private static final String BY_CONVENTION = "target/benchmarks.jar";
    private static final int DEEPEST = 6;
    private static final int TOLD = 5;

    private MavenBuild() {}

    /**
     * Builds.
     *
     * @param project the folder with the pom
     * @param what the version, for errors
     * @param log where Maven's output goes
     * @return the jar
     * @throws UserError if there is no pom, no Maven, no jar with benchmarks, several, or the build fails
     */
    static Path run(Path project, String what, Path log) {
        if (!Files.exists(project.resolve("pom.xml"))) {
            throw new UserError(what + " has no pom.xml: only Maven projects can be built; build it and name its jar");
        }
        List<String> command = new ArrayList<>();
        command.add(maven(project));
        // Work in progress need not be formatted; projects without that plugin do not look at the property.
        command.addAll(List.of("-B", "-q", "-DskipTests", "-Dspotless.check.skip=true", "package"));
        int status;
        try {
            Process process = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null")))
                    .start();
            status = process.waitFor();
        } catch (IOException e) {
            throw new UserError(
                    "Maven cannot be started (" + e.getMessage() + "); install it, or build " + what
                            + " and name its jar",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while " + what + " was built", e);
        }
        if (status != 0) {
            throw new UserError("the build of " + what + " failed; whole log: " + log + "; its end:" + end(log));
        }
        return jar(project, what, log);
    }

    private static String maven(Path project) {
        Path wrapper = project.resolve(WINDOWS ? "mvnw.cmd" : "mvnw");
        if (Files.exists(wrapper)) {
            return wrapper.toString();
        }
        return WINDOWS ? "mvn.cmd" : "mvn";
    }

    private static Path jar(Path project, String what, Path log) {
        Path usual = project.resolve(BY_CONVENTION);
        if (Files.exists(usual) && BenchmarkJar.lack(usual).isEmpty()) {
            return usual;
        }
        List<Path> found;
        try (Stream<Path> files = Files.find(
                project,
                DEEPEST,
                (path, attributes) -> attributes.isRegularFile()
                        && path.toString().endsWith(".jar")
                        && path.resolveSibling(".").normalize().endsWith("target"))) {
            found = files.filter(path -> BenchmarkJar.lack(path).isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError("the build of " + what + " cannot be searched (" + e.getMessage() + ")", e);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new UserError(
                found.isEmpty()
                        ? "the build of " + what
                                + " made no jar with benchmarks and their JMH in a target folder (log: " + log
                                + "); build it and name the jar"
                        : "the build of " + what + " made several benchmark jars ("
                                + found.stream()
                                        .map(jar -> project.relativize(jar).toString())
                                        .collect(Collectors.joining(", "))
                                + "); build it and name one");
    }

    /** The last lines that say something, each behind a line break: the one place where an error has several lines. */
    private static String end(Path log) {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> !line.equals("[ERROR] "))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TOLD), lines.size()).stream()
                    .map(line -> System.lineSeparator() + "  " + line)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            return " (unreadable: " + e.getMessage() + ")";
        }
    }
}
