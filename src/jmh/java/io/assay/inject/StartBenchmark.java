package io.assay.inject;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import io.assay.harness.api.Sizes;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * {@inheritDoc}
 *
 * <p>Warm: the same classes were started often before. What n more components cost; ours must be linear, in time and bytes.
 */
@Cells(ContainerCells.class)
@Sizes(from = 16, to = 16_384)
@Complexity(max = "O(n)", where = "implementation=ASSAY,ASSAY_FUNCTIONS")
@Complexity(max = "O(n)", metric = "gc.alloc.rate.norm", where = "implementation=ASSAY,ASSAY_FUNCTIONS")
@Heap(mebibytes = 1024)
public class StartBenchmark extends AbstractStart {
    /** Tells what a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Components that were made. */
        public long items;
        /** Dependencies among them. */
        public long edges;
        /** How often the container looked at one of them; none where it does not count. */
        public long edgesVisited;
        /** Bytes of the heap that a started container holds for each component, the component itself among them. */
        public long bytesPerService;
        /** Milliseconds that compiling took, in the set-up, for containers that work then. */
        public long compileMillis;
    }

    /** Number of components. */
    @Param({"16", "32", "64", "128", "256", "512", "1024", "2048", "4096", "8192", "10000", "16384"})
    public int n;

    private long bytesPerService;
    private long edges;

    @Override
    int size() {
        return n;
    }

    /** Weighs containers, after it has looked at one. */
    @Setup
    @Override
    public void build() {
        super.build();
        bytesPerService = HeldBytes.perComponent(adapter);
        edges = adapter.components().graph().edges();
    }

    /** Starts. */
    @Benchmark
    @Headline({"implementation=ASSAY,GUICE,SPRING_SUPPLIERS,ACTIVEJ,FEATHER,BOUND_NEW", "shape=TREE", "n=1024"})
    public void start(Counters counters) {
        startOne();
        counters.items += n;
        counters.edges += edges;
        counters.edgesVisited += adapter.edgesVisited();
        counters.bytesPerService += bytesPerService;
        counters.compileMillis += adapter.compileMillis();
    }
}
