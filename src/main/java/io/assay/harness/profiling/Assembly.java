package io.assay.harness.profiling;

import io.assay.harness.result.environment.JdkFacts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The compiled code of a benchmark and where its time goes in it: JMH's perfasm, on a clock that software gives, because
 * virtual machines seldom pass the processor's counters on.
 */
final class Assembly {
    private static final Map<String, String> PERFASM = Map.of("perfasm", "events=cpu-clock;frequency=4000");

    private final SampledForks forks;

    Assembly(SampledForks forks) {
        this.forks = forks;
    }

    /**
     * What came of it.
     *
     * @param text where the assembly lies, or what keeps it from being seen
     * @param written whether there is any
     */
    record Answer(String text, boolean written) {}

    Answer write(Subject subject, FlameRow row, FlameSettings settings, Path file) {
        Optional<String> lack = lack(row.launch().jdk());
        if (lack.isPresent()) {
            return new Answer("no assembly: " + lack.get(), false);
        }
        try {
            Optional<String> failure = forks.run(subject, row, settings, PERFASM, file);
            return failure.isPresent()
                    ? new Answer("no assembly: " + failure.get(), false)
                    : new Answer("assembly: " + file, true);
        } catch (IOException e) {
            return new Answer("no assembly: " + e.getMessage(), false);
        }
    }

    private static Optional<String> lack(JdkFacts jdk) {
        String path = System.getenv().getOrDefault("PATH", "");
        String libraries = System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
        return lack(
                jdk.home(),
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                folders(path),
                folders(libraries));
    }

    private static List<Path> folders(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    /** What it takes and is not there, and how to get it. */
    static Optional<String> lack(Path jdk, String system, String processor, List<Path> path, List<Path> libraries) {
        if (!system.startsWith("Linux")) {
            return Optional.of("perf is a program of Linux, this is " + system);
        }
        if (path.stream().noneMatch(folder -> Files.isExecutable(folder.resolve("perf")))) {
            return Optional.of("perf is not on the PATH; apt install linux-perf (Debian), linux-tools-generic (Ubuntu),"
                    + " dnf install perf (Fedora)");
        }
        String hsdis = "hsdis-" + processor + ".so";
        // Where the JVM looks, besides the library path.
        Stream<Path> places = Stream.concat(
                Stream.of("lib", "lib/server", "lib/" + processor, "lib/" + processor + "/server")
                        .map(jdk::resolve),
                libraries.stream());
        return places.anyMatch(folder -> Files.exists(folder.resolve(hsdis)))
                ? Optional.empty()
                : Optional.of("the JVM's disassembler " + hsdis + " is not in " + jdk.resolve("lib")
                        + "; build it from the JDK's sources (bash configure --with-hsdis=capstone && make build-hsdis"
                        + " install-hsdis), or install a package of it (Debian, Ubuntu: libhsdis0-fcml), and put it there"
                        + " or on LD_LIBRARY_PATH");
    }
}
