package io.assay.inject;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import io.assay.harness.api.MatrixColumn;
import io.assay.harness.api.Sizes;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@inheritDoc} */
@Cells(AdvancedCells.class)
@Sizes(from = 16, to = 16_384)
@Complexity(max = "O(n)", where = "implementation=ASSAY")
@Complexity(max = "O(n)", metric = "gc.alloc.rate.norm", where = "implementation=ASSAY")
@Heap(mebibytes = 512)
public class AdvancedStartBenchmark extends AbstractAdvancedStart {
    /** Tells what a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Services that were started, loggers among them. */
        public long items;
    }

    /** Services that have a logger. */
    @Param({"16", "32", "64", "128", "256", "512", "1024", "2048", "4096", "8192", "10000", "16384"})
    public int n;

    @Override
    int size() {
        return n;
    }

    /** Starts all. */
    @Benchmark
    @Headline({"implementation=ASSAY", "n=10000"})
    @MatrixColumn(
            value = "start",
            order = 3,
            where = {"implementation=ASSAY", "n=10000"},
            operationMillis = 10)
    public void start(Counters counters) {
        startAll();
        counters.items += 2L * n;
    }
}
