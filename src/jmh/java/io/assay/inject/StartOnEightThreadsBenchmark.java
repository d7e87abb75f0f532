package io.assay.inject;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Heap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Threads;

/**
 * {@inheritDoc}
 *
 * <p>Eight containers on eight threads, each with classes of its own; a score is the time of one, while the others run. No
 * counters: JMH would add the operations in which threads wait for each other at an iteration's end.
 */
@Cells(ContainerCells.class)
@Heap(mebibytes = 1024)
@Threads(8)
public class StartOnEightThreadsBenchmark extends AbstractStart {
    /** Number of components. */
    @Param({"128", "1024"})
    public int n;

    @Override
    int size() {
        return n;
    }

    /** Starts. */
    @Benchmark
    public void start() {
        startOne();
    }
}
