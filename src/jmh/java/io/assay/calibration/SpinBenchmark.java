package io.assay.calibration;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The same work in every fork, about a microsecond: dependent arithmetic with a table of 32 KB walked in a random order.
 * What differs between its forks is the machine's doing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpinBenchmark {
    private static final int STEPS = 256;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long[] table = new long[4096];
    private long state = 1;

    /** Fills the table; the seed is fixed. */
    public SpinBenchmark() {
        for (int i = 0; i < table.length; i++) {
            table[i] = (i + 1) * MULTIPLIER;
        }
    }

    /** Fixed work. */
    @Benchmark
    public long spin() {
        long x = state;
        for (int i = 0; i < STEPS; i++) {
            x = (x ^ table[(int) (x >>> 52)]) * MULTIPLIER;
        }
        state = x | 1;
        return x;
    }
}
