package io.assay.harness.compare.ab.planted;

import io.assay.harness.api.CellRule;
import io.assay.harness.api.Cells;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Work whose amount stands in a file of the jar it comes from: two jars of one class that differ by a known share. */
@Cells(GrowingBenchmark.AskedWithItsJdk.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GrowingBenchmark {
    /** The resource with the amount of work in percent of the usual. */
    public static final String WORK = "work.txt";

    private static final int USUAL = 400;

    /** What a fork does. */
    public enum Way {
        WORKS,
        THROWS,
        HANGS
    }

    /** Leaves out everything where nobody says on which JDK it would run. */
    public static final class AskedWithItsJdk implements CellRule {
        @Override
        public String reasonNotToRun(Map<String, String> params) {
            return "on which JDK?";
        }

        @Override
        public String reasonNotToRun(Map<String, String> params, int feature) {
            return feature == Runtime.version().feature() ? null : "not on JDK " + feature;
        }
    }

    @Param
    public Way way;

    private long tokens;

    /** Reads the amount. */
    @Setup
    public void read() throws IOException {
        try (InputStream in = GrowingBenchmark.class.getResourceAsStream("/" + WORK)) {
            String percent = in == null ? "100" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            tokens = USUAL * Long.parseLong(percent.strip()) / 100;
        }
    }

    /** Burns time in proportion, or fails on the way that it is told. */
    @Benchmark
    public void work() {
        if (way == Way.THROWS) {
            throw new IllegalStateException("planted");
        }
        // Parked: what hangs need not keep a core from what runs beside it.
        while (way == Way.HANGS) {
            LockSupport.parkNanos(1_000_000);
        }
        Blackhole.consumeCPU(tokens);
    }

    /** The same as a rate. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public void rate() {
        Blackhole.consumeCPU(tokens);
    }
}
