package io.assay.harness.profiling.planted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Methods whose shares of the time are known, because they run one and the same loop so and so often. The class path
 * may hold a file that makes a version with one method more.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlantedFramesBenchmark {
    /** The resource with the share of the method that is new, in percent of the whole. */
    public static final String PLANTED = "planted-percent.txt";

    /** Loops for a percent of the old work. */
    private static final int UNIT = 200;

    /** Percent of the old work that {@link #hot} does. */
    @Param("30")
    public int share;

    private int planted;
    private long x = 42;

    /** Reads how much is new. */
    @Setup
    public void read() throws IOException {
        try (InputStream in = PlantedFramesBenchmark.class.getResourceAsStream("/" + PLANTED)) {
            int percent =
                    in == null ? 0 : Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
            planted = 100 * UNIT * percent / (100 - percent);
        }
    }

    /** Hot, cold, and what is new. */
    @Benchmark
    public long work() {
        hot(share * UNIT);
        warm((100 - share) * UNIT / 3);
        cold((100 - share) * UNIT * 2 / 3);
        if (planted > 0) {
            planted(planted);
        }
        return x;
    }

    /** The same work, and an array an operation. */
    @Benchmark
    public byte[] allocate() {
        hot(share);
        return new byte[1000];
    }

    /** Never comes back. */
    @Benchmark
    public void fails() {
        throw new IllegalStateException("planted failure");
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private void hot(int loops) {
        x = burn(x, loops);
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private void warm(int loops) {
        x = burn(x, loops);
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private void cold(int loops) {
        x = burn(x, loops);
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private void planted(int loops) {
        x = burn(x, loops);
    }

    /** Each step needs the one before: neither vectors nor a second port of the processor make it faster. */
    private static long burn(long seed, int loops) {
        long value = seed;
        for (int i = 0; i < loops; i++) {
            value = value * 6364136223846793005L + 1442695040888963407L;
            value ^= value >>> 29;
        }
        return value;
    }
}
