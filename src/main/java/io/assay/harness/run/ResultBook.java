package io.assay.harness.run;

import io.assay.harness.result.RowKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * Gathers single forks into JMH results. JMH runs one fork a call here, so that forks of different cells can be
 * interleaved; the book puts those of one cell together again as if JMH had run them in a row.
 */
final class ResultBook {
    private final Map<Integer, List<BenchmarkResult>> forks = new TreeMap<>();
    private final Map<Integer, Integer> warmUps = new TreeMap<>();
    private final Function<Integer, RowKey> keys;

    /** A book in which a cell's row is named by the function. */
    ResultBook(Function<Integer, RowKey> keys) {
        this.keys = keys;
    }

    /** Adds a fork that ran so many warm-up iterations. */
    void add(int cell, BenchmarkResult fork, int warmUpCount) {
        warmUps.merge(cell, warmUpCount, Math::max);
        add(cell, fork);
    }

    void add(int cell, BenchmarkResult fork) {
        forks.computeIfAbsent(cell, c -> new ArrayList<>()).add(fork);
    }

    int forks(int cell) {
        return forks.getOrDefault(cell, List.of()).size();
    }

    /** Adds what a fork that was not timed has found to the cell's last iteration, as a secondary metric. */
    void addMetric(int cell, Result<?> metric) {
        List<BenchmarkResult> measured = forks.getOrDefault(cell, List.of());
        if (!measured.isEmpty()) {
            List<IterationResult> iterations =
                    new ArrayList<>(measured.get(measured.size() - 1).getIterationResults());
            iterations.get(iterations.size() - 1).addResult(metric);
        }
    }

    boolean isEmpty() {
        return forks.isEmpty();
    }

    /** Plain JMH JSON, written by JMH itself. */
    String json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<RunResult> results() {
        List<RunResult> results = new ArrayList<>();
        forks.forEach((cell, measured) -> {
            BenchmarkParams params = renamed(cell, measured);
            List<BenchmarkResult> copies = new ArrayList<>();
            for (BenchmarkResult fork : measured) {
                BenchmarkResult copy = new BenchmarkResult(params, fork.getIterationResults(), fork.getMetadata());
                // What profilers found of the whole fork, from outside it.
                fork.getBenchmarkResults().values().forEach(copy::addBenchmarkResult);
                copies.add(copy);
            }
            results.add(new RunResult(params, Collections.unmodifiableList(copies)));
        });
        return results;
    }

    /**
     * JMH saw one fork, the most it might run and the benchmark's own parameters; the result tells of all forks, profile
     * and JDK, and the most iterations that any of its forks did run.
     */
    private BenchmarkParams renamed(int cell, List<BenchmarkResult> measured) {
        BenchmarkParams seen = measured.get(0).getParams();
        RowKey key = keys.apply(cell);
        int iterations = measured.stream()
                .mapToInt(fork -> fork.getIterationResults().size())
                .max()
                .orElse(0);
        int warmedUp = warmUps.getOrDefault(cell, seen.getWarmup().getCount());
        WorkloadParams workload = new WorkloadParams();
        int order = 0;
        for (Map.Entry<String, String> param : key.params().entrySet()) {
            workload.put(param.getKey(), param.getValue(), order++);
        }
        return new BenchmarkParams(
                seen.getBenchmark(),
                seen.generatedBenchmark(),
                seen.shouldSynchIterations(),
                seen.getThreads(),
                seen.getThreadGroups(),
                seen.getThreadGroupLabels(),
                measured.size(),
                seen.getWarmupForks(),
                counted(seen.getWarmup(), warmedUp),
                counted(seen.getMeasurement(), iterations),
                seen.getMode(),
                workload,
                seen.getTimeUnit(),
                seen.getOpsPerInvocation(),
                seen.getJvm(),
                seen.getJvmArgs(),
                seen.getJdkVersion(),
                seen.getVmName(),
                seen.getVmVersion(),
                seen.getJmhVersion(),
                seen.getTimeout());
    }

    private static IterationParams counted(IterationParams planned, int count) {
        return new IterationParams(planned.getType(), count, planned.getTime(), planned.getBatchSize());
    }
}
