package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.SampleBuffer;
import tools.jackson.jr.ob.JSON;

class ResultBookTest {
    private static final String NAME = "io.assay.queue.QueueBenchmark.offer";
    private static final long[][] NANOS = {{100, 110, 120}, {200, 190}, {150, 151, 149}};

    /** The oracle is JMH: the same forks, run by one call with that many forks. */
    @ParameterizedTest
    @EnumSource(names = {"AverageTime", "Throughput", "SampleTime"})
    void forksPutTogetherAreWhatJmhWritesForOneRun(Mode mode) throws Exception {
        ResultBook book = new ResultBook(cell -> key(Map.of("n", "10")));
        List<BenchmarkResult> atOnce = new ArrayList<>();
        for (long[] nanos : NANOS) {
            book.add(7, fork(params(mode, 1), nanos));
            atOnce.add(fork(params(mode, NANOS.length), nanos));
        }
        assertEquals(JSON.std.anyFrom(jmh(params(mode, NANOS.length), atOnce)), JSON.std.anyFrom(book.json()));
        assertEquals(NANOS.length, book.forks(7));
    }

    @Test
    void aSingleForkIsItself() throws Exception {
        ResultBook book = new ResultBook(cell -> key(Map.of("n", "10")));
        BenchmarkParams params = params(Mode.AverageTime, 1);
        book.add(0, fork(params, NANOS[0]));
        assertEquals(JSON.std.anyFrom(jmh(params, List.of(fork(params, NANOS[0])))), JSON.std.anyFrom(book.json()));
    }

    @Test
    void profileAndJdkAppearAsParametersInTheOrderOfTheKey() {
        ResultBook book = new ResultBook(cell ->
                key(new java.util.TreeMap<>(Map.of("jdk", cell == 0 ? "17" : "25", "n", "10", "profile", "zgc"))));
        book.add(1, fork(params(Mode.AverageTime, 1), NANOS[1]));
        book.add(0, fork(params(Mode.AverageTime, 1), NANOS[0]));
        List<Row> rows = JmhJson.parse("book", book.json());
        assertEquals(
                List.of("jdk=17,n=10,profile=zgc", "jdk=25,n=10,profile=zgc"),
                rows.stream().map(row -> row.key().paramText()).toList());
        assertArrayEquals(new double[] {100, 110, 120}, rows.get(0).primary().raw()[0], 1e-9);
    }

    @Test
    void theLiveHeapIsASecondaryMetric() {
        ResultBook book = new ResultBook(cell -> key(Map.of()));
        book.add(0, fork(params(Mode.AverageTime, 1), NANOS[0]));
        book.add(0, fork(params(Mode.AverageTime, 1), NANOS[1]));
        book.addMetric(0, new ScalarResult(LiveMemory.METRIC, 12_345, "bytes", AggregationPolicy.MAX));
        Row row = JmhJson.parse("book", book.json()).get(0);
        assertEquals(Optional.of(12_345.0), row.secondaryScore(LiveMemory.METRIC));
        assertEquals("bytes", row.secondary().get(LiveMemory.METRIC).unit());
        assertEquals(Optional.of(16.0), row.secondaryScore("gc.alloc.rate.norm"));
        assertTrue(row.primary().usable());
    }

    @Test
    void countsAreTheMostThatAnyForkRan() throws Exception {
        ResultBook book = new ResultBook(cell -> key(Map.of()));
        book.add(0, fork(params(Mode.AverageTime, 1), NANOS[1]), 7);
        book.add(0, fork(params(Mode.AverageTime, 1), NANOS[1]), 4);
        Map<?, ?> row = (Map<?, ?>) ((List<?>) JSON.std.anyFrom(book.json())).get(0);
        assertEquals(7, row.get("warmupIterations"));
        assertEquals(NANOS[1].length, row.get("measurementIterations"), "planned were three");
        assertEquals(
                List.of(2, 2),
                Arrays.stream(JmhJson.parse("book", book.json())
                                .get(0)
                                .primary()
                                .raw())
                        .map(iterations -> iterations.length)
                        .toList());
    }

    @Test
    void whatNeverMeasuredHasNoRow() {
        ResultBook book = new ResultBook(cell -> key(Map.of()));
        book.addMetric(3, new ScalarResult(LiveMemory.METRIC, 1, "bytes", AggregationPolicy.MAX));
        assertTrue(book.isEmpty());
        assertEquals(0, book.forks(3));
    }

    private static RowKey key(Map<String, String> params) {
        return new RowKey(NAME, "avgt", params);
    }

    private static String jmh(BenchmarkParams params, List<BenchmarkResult> forks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(List.of(new RunResult(params, forks)));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static BenchmarkParams params(Mode mode, int forks) {
        IterationParams warmup = new IterationParams(IterationType.WARMUP, 1, TimeValue.milliseconds(50), 1);
        IterationParams measured = new IterationParams(IterationType.MEASUREMENT, 3, TimeValue.milliseconds(50), 1);
        WorkloadParams workload = new WorkloadParams();
        workload.put("n", "10", 0);
        return new BenchmarkParams(
                NAME,
                NAME + "_jmhTest",
                true,
                1,
                new int[] {1},
                List.of(),
                forks,
                0,
                warmup,
                measured,
                mode,
                workload,
                TimeUnit.NANOSECONDS,
                1,
                "/jdk/bin/java",
                List.of("-Xms64m"),
                "17.0.1",
                "VM",
                "17.0.1+8",
                "1.37",
                TimeValue.minutes(1));
    }

    /** A fork with a result for each number of nanoseconds, a profiler's metric in each, and one of the whole fork. */
    private static BenchmarkResult fork(BenchmarkParams params, long[] nanos) {
        List<IterationResult> iterations = new ArrayList<>();
        for (long time : nanos) {
            IterationResult iteration =
                    new IterationResult(params, params.getMeasurement(), new IterationResultMetaData(1_000, 1_000));
            iteration.addResult(primary(params.getMode(), time));
            iteration.addResult(new ScalarResult("gc.alloc.rate.norm", 16, "B/op", AggregationPolicy.AVG));
            iterations.add(iteration);
        }
        BenchmarkResult fork =
                new BenchmarkResult(params, iterations, new BenchmarkResultMetaData(0, 10, 20, 1_000, 3_000));
        fork.addBenchmarkResult(new ScalarResult("page.faults", nanos[0], "#", AggregationPolicy.AVG));
        return fork;
    }

    private static Result<?> primary(Mode mode, long nanos) {
        return switch (mode) {
            case Throughput ->
                new ThroughputResult(ResultRole.PRIMARY, "offer", 1_000, nanos * 1_000, TimeUnit.NANOSECONDS);
            case SampleTime -> {
                SampleBuffer buffer = new SampleBuffer();
                buffer.add(nanos);
                buffer.add(2 * nanos);
                yield new SampleTimeResult(ResultRole.PRIMARY, "offer", buffer, TimeUnit.NANOSECONDS);
            }
            default -> new AverageTimeResult(ResultRole.PRIMARY, "offer", 1_000, nanos * 1_000, TimeUnit.NANOSECONDS);
        };
    }
}
