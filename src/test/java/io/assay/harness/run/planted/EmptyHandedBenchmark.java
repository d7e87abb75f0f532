package io.assay.harness.run.planted;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Computes a hash and drops it: the compiler drops the computation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EmptyHandedBenchmark {
    private long key = 0x9E3779B97F4A7C15L;

    /**
     * Dead code. Straight-line arithmetic on purpose: it is gone as soon as the server compiler comes, whereas calls and
     * loops wait for their callees.
     */
    @Benchmark
    public void hash() {
        long h = key;
        h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        long unused = h ^ h >>> 33;
    }
}
