package io.assay.harness.doctor;

import io.assay.harness.result.environment.Commands;
import io.assay.harness.result.environment.HostFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel lets a profiler see (Linux, perf_event_open(2)). Immutable.
 *
 * @param perfEventParanoid -1 ... 4, lower allows more; empty if there is no such setting
 * @param kptrRestrict 0 shows kernel symbols to all; empty if there is no such setting
 * @param perf the perf program on the PATH
 * @param hardware counters of cycles, cache misses and the like
 */
public record ProfilerFacts(
        OptionalLong perfEventParanoid, OptionalLong kptrRestrict, Optional<Path> perf, Access hardware) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Whether events of a kind can be counted. */
    public enum Access {
        /** A trial counted some. */
        USABLE,
        /** There is no such hardware here, as in most virtual machines. */
        NOT_SUPPORTED,
        /** There is, but this user may not. */
        REFUSED,
        /** Not tried, for want of perf or of Linux. */
        UNKNOWN
    }

    static ProfilerFacts capture(HostFiles files, @Nullable String path) {
        Optional<Path> perf = find("perf", path);
        Access hardware = perf.flatMap(program -> Commands.allOutput(
                        Path.of("."),
                        LIMIT,
                        List.of(program.toString(), "stat", "-x,", "-e", "cycles:u", "--", "true")))
                .map(answer -> parseStat(answer.text()))
                .filter(access -> access != Access.UNKNOWN)
                .orElseGet(() -> fromDevices(files.names("/sys/bus/event_source/devices")));
        return new ProfilerFacts(
                files.number("/proc/sys/kernel/perf_event_paranoid"),
                files.number("/proc/sys/kernel/kptr_restrict"),
                perf,
                hardware);
    }

    /** Output of {@code perf stat -x, -e cycles:u}: {@code 597175,,cycles:u,...} or {@code <not supported>,,cycles:u,...}. */
    static Access parseStat(String text) {
        Optional<String> count = text.lines()
                .filter(line -> line.contains(",cycles"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .findFirst();
        if (count.isPresent()) {
            return count.get().matches("\\d+")
                    ? Access.USABLE
                    : count.get().equals("<not supported>") ? Access.NOT_SUPPORTED : Access.UNKNOWN;
        }
        return text.contains("perf_event_paranoid")
                        || text.contains("Permission denied")
                        || text.contains("No permission")
                ? Access.REFUSED
                : Access.UNKNOWN;
    }

    /** The kernel registers the processor's counters as {@code cpu} (hybrid Intel: cpu_core, cpu_atom; ARM: armv8_...). */
    static Access fromDevices(List<String> devices) {
        boolean counters = devices.stream()
                .anyMatch(name -> name.equals("cpu")
                        || name.startsWith("cpu_")
                        || name.startsWith("armv")
                        || name.startsWith("apple_"));
        return devices.isEmpty() || counters ? Access.UNKNOWN : Access.NOT_SUPPORTED;
    }

    static Optional<Path> find(String program, @Nullable String path) {
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> {
                    try {
                        return Stream.of(Path.of(folder, program));
                    } catch (InvalidPathException notAFolder) {
                        return Stream.empty();
                    }
                })
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
