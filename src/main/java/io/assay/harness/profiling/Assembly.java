package io.assay.harness.profiling;

import io.assay.harness.result.environment.Commands;
import io.assay.harness.result.environment.JdkFacts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiled code of a benchmark and where its time goes in it: JMH's perfasm, on a clock that software gives, because
 * virtual machines seldom pass the processor's counters on.
 */
final class Assembly {
    private static final Map<String, String> PERFASM =
            Map.of("perfasm", "events=cpu-clock;frequency=4000;hotThreshold=0.03");

    /** A JVM that prints all that it compiles takes this long to have compiled what matters. */
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private static final Duration TIME = Duration.ofSeconds(4);

    /** About what a row takes, perf's own evaluation included. */
    static final Duration COST = WARM_UP.plus(TIME).plusSeconds(6);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> DISASSEMBLE = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=print,java.lang.String::hashCode",
            "-Xcomp",
            "-XX:TieredStopAtLevel=1",
            "-version");

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
            Optional<String> failure = forks.run(subject, row, longer(settings), PERFASM, file);
            return failure.isPresent()
                    ? new Answer("no assembly: " + failure.get(), false)
                    : new Answer("assembly: " + file, true);
        } catch (IOException e) {
            return new Answer("no assembly: " + e.getMessage(), false);
        }
    }

    private static FlameSettings longer(FlameSettings settings) {
        return settings.withTimes(
                settings.warmUp().compareTo(WARM_UP) > 0 ? settings.warmUp() : WARM_UP,
                settings.time().compareTo(TIME) > 0 ? settings.time() : TIME);
    }

    private static Optional<String> lack(JdkFacts jdk) {
        List<Path> path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        return lackOfPerf(System.getProperty("os.name", ""), path).or(() -> lackOfDisassembler(jdk));
    }

    /** Why perf cannot be run, and how to get it. */
    static Optional<String> lackOfPerf(String system, List<Path> path) {
        if (!system.startsWith("Linux")) {
            return Optional.of("perf is a program of Linux, this is " + system);
        }
        return path.stream().anyMatch(folder -> Files.isExecutable(folder.resolve("perf")))
                ? Optional.empty()
                : Optional.of("perf is not on the PATH; apt install linux-perf (Debian), linux-tools-generic (Ubuntu),"
                        + " dnf install perf (Fedora)");
    }

    /** Asked of the JVM itself: a library that lies in the right place may still be one that it cannot use. */
    private static Optional<String> lackOfDisassembler(JdkFacts jdk) {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(DISASSEMBLE);
        return lackOfDisassembler(
                Commands.allOutput(Path.of("."), PATIENCE, command)
                        .map(Commands.Answer::text)
                        .orElse(""),
                jdk.home());
    }

    /** Without the library the JVM prints bytes, not instructions. */
    static Optional<String> lackOfDisassembler(String printed, Path jdk) {
        return printed.contains("[Disassembly]")
                ? Optional.empty()
                : Optional.of("the JVM in " + jdk + " finds no disassembler that it can use; build hsdis from the JDK's"
                        + " sources (bash configure --with-hsdis=capstone && make build-hsdis) and put"
                        + " hsdis-<processor>.so into " + jdk.resolve("lib") + " or a folder on LD_LIBRARY_PATH");
    }
}
