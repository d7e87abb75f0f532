package io.assay.harness.run.planted;

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

/** Says that it is constant and allocates n bytes. */
@State(Scope.Thread)
@Sizes(from = 64, to = 65536)
@Complexity(max = "O(1)", metric = "gc.alloc.rate.norm")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SizedBenchmark {
    /** Bytes. */
    @Param("64")
    public int n;

    /** One size fails, though it lies in the range. */
    @Setup
    public void refuse() {
        if (n == 1001) {
            throw new IllegalStateException("1001 bytes are planted to fail");
        }
    }

    /** Allocates them. */
    @Benchmark
    public byte[] allocate() {
        return new byte[n];
    }
}
