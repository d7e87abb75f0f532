package io.assay.harness.run;

import com.sun.management.OperatingSystemMXBean;
import io.assay.harness.api.Reported;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Reads, inside the fork and between iterations, what the process cost besides time: {@code cpu.time}, the process's
 * CPU time an operation (a concurrent collector hides on a spare core, never from this), and {@code mem.peak}, the
 * largest resident set so far (VmHWM; Linux only); and what the benchmark itself {@link Reported}.
 */
public final class ForkMetrics implements InternalProfiler {
    static final String CPU_TIME = "cpu.time";
    static final String PEAK_MEMORY = "mem.peak";

    private static final Path STATUS = Path.of("/proc/self/status");

    private long cpuAtStart;

    /** For JMH, which makes profilers by reflection. */
    public ForkMetrics() {}

    @Override
    public String getDescription() {
        return "process CPU time an operation and peak resident memory";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        cpuAtStart = processCpuNanos();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<ScalarResult> results = new ArrayList<>();
        long cpu = processCpuNanos() - cpuAtStart;
        long operations = result.getMetadata().getAllOps();
        if (cpuAtStart >= 0 && operations > 0) {
            results.add(new ScalarResult(CPU_TIME, cpu / (double) operations, "ns/op", AggregationPolicy.AVG));
        }
        long peak = peakBytes();
        if (peak > 0) {
            results.add(new ScalarResult(PEAK_MEMORY, peak, "bytes", AggregationPolicy.MAX));
        }
        Reported.figures().forEach((name, figure) -> results.add(reported(name, figure)));
        return results;
    }

    private static ScalarResult reported(String name, double figure) {
        return switch (name) {
            case Reported.OWN_THREADS -> new ScalarResult(name, figure, "threads", AggregationPolicy.MAX);
            case Reported.CONNECTIONS -> new ScalarResult(name, figure, "connections", AggregationPolicy.MAX);
            case Reported.SERVER_CORES -> new ScalarResult(name, figure, "cores", AggregationPolicy.AVG);
            case Reported.MAX -> new ScalarResult(name, figure, "ns", AggregationPolicy.MAX);
            default -> new ScalarResult(name, figure, "ns", AggregationPolicy.AVG);
        };
    }

    private static long processCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : -1;
    }

    /** -1 where the kernel does not tell. */
    private static long peakBytes() {
        if (!Files.isReadable(STATUS)) {
            return -1;
        }
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
        return -1;
    }
}
