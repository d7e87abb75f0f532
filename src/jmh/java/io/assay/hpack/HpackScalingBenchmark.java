package io.assay.hpack;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Sizes;
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
 * Blocks of n fields, by our encoder: lookups must not walk the table. Each block goes on in a ring of fields where the last
 * one ended, and a field comes again long after the table has dropped it: none is ever an index alone, whatever n is.
 */
@State(Scope.Thread)
@Sizes(from = 8, to = 1024)
@Complexity(max = "O(n)")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HpackScalingBenchmark {
    private static final int TABLE = 4096;

    /** Fields of the ring, a power of two: some thirty times as many as the table holds. */
    private static final int RING = 2048;

    /** Fields of a block. */
    @Param({"8", "32", "128", "512", "1024"})
    public int n;

    private final HpackEncoder encoder = new HpackEncoder(TABLE);
    private byte[] buffer = new byte[1 << 16];
    private final String[] names = new String[RING];
    private final String[] values = new String[RING];
    private int next;

    /** Makes the fields. */
    @Setup
    public void build() {
        for (int i = 0; i < RING; i++) {
            names[i] = "x-field-" + (10_000 + i);
            values[i] = "value-" + (10_000 + 7 * i);
        }
    }

    /** Encodes the next block. */
    @Benchmark
    public int encode() {
        encoder.begin(buffer, 0);
        for (int i = 0; i < n; i++) {
            int field = (next + i) & (RING - 1);
            encoder.add(names[field], values[field]);
        }
        next += n;
        int end = encoder.end();
        buffer = encoder.buffer();
        return end;
    }
}
