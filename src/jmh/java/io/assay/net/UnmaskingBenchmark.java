package io.assay.net;

import io.assay.harness.api.Headline;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Unmasks one frame's payload in place. Masking is its own inverse, so the bytes stay the same two and two; each invocation
 * takes another key, and starts at another offset of the array, as payloads lie behind heads of 6 to 14 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Headline("n=1024")
public class UnmaskingBenchmark {
    private static final int STARTS = 15;

    /** The way. */
    @Param
    public UnmaskingImplementation implementation;

    /** Bytes of payload. */
    @Param({"64", "1024", "65536"})
    public int n;

    private byte[] bytes;
    private int key;
    private int start;

    /** Fills the payload. */
    @Setup
    public void fill() {
        bytes = new byte[n + STARTS];
        new Random(n).nextBytes(bytes);
        key = 0x9E3779B9;
    }

    /** Unmasks, and gives back bytes of the result. */
    @Benchmark
    public byte[] unmask() {
        key = key * 31 + 1;
        start = start == STARTS - 1 ? 0 : start + 1;
        implementation.apply(bytes, start, start + n, key);
        return bytes;
    }
}
