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

/** A block of n fields that never repeat, by our encoder: lookups must not walk the table. */
@State(Scope.Thread)
@Sizes(from = 8, to = 1024)
@Complexity(max = "O(n)")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HpackScalingBenchmark {
    private static final int TABLE = 4096;

    /** Fields of a block. */
    @Param({"8", "32", "128", "512", "1024"})
    public int n;

    private final HpackEncoder encoder = new HpackEncoder(TABLE);
    private byte[] buffer = new byte[1 << 16];
    private String[] names;
    private String[] values;

    /** Makes the fields. */
    @Setup
    public void build() {
        names = new String[n];
        values = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = "x-field-" + (10_000 + i);
            values[i] = "value-" + (10_000 + 7 * i);
        }
    }

    /** Encodes the block. */
    @Benchmark
    public int encode() {
        encoder.begin(buffer, 0);
        for (int i = 0; i < n; i++) {
            encoder.add(names[i], values[i]);
        }
        int end = encoder.end();
        buffer = encoder.buffer();
        return end;
    }
}
