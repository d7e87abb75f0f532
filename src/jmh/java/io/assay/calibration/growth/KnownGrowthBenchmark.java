package io.assay.calibration.growth;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Sizes;
import io.assay.workload.Seeds;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One algorithm at one size. */
@State(Scope.Thread)
@Sizes(from = 16, to = 4096)
@Complexity(max = "O(1)", where = "algorithm=HASH_MAP")
@Complexity(max = "O(log n)", where = "algorithm=BINARY_SEARCH")
@Complexity(max = "O(n)", where = "algorithm=KMP_SEARCH")
@Complexity(max = "O(n log n)", where = "algorithm=QUICKSORT,MERGE_SORT")
@Complexity(max = "O(n^2)", where = "algorithm=NAIVE_SEARCH,SORTED_INSERTION,QUADRATIC_REGEX")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KnownGrowthBenchmark {
    /** What is run. */
    @Param
    public KnownAlgorithm algorithm;

    /** Over how many elements. */
    @Param({"16", "32", "64", "128", "256", "512", "1024", "2048", "4096"})
    public int n;

    private KnownAlgorithm.Work work;
    private int turn;

    /** Makes the input. */
    @Setup
    public void build() {
        work = algorithm.over(n, Seeds.random("known growth " + algorithm));
    }

    /** Runs it once. */
    @Benchmark
    public Object run() {
        return work.run(turn++);
    }
}
