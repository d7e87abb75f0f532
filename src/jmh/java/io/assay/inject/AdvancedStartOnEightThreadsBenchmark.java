package io.assay.inject;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Heap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Threads;

/**
 * {@inheritDoc}
 *
 * <p>Eight containers on eight threads; a score is the time of one, while the others run. No counters: JMH would add the
 * operations in which threads wait for each other at an iteration's end.
 */
@Cells(AdvancedCells.class)
@Heap(mebibytes = 1024)
@Threads(8)
public class AdvancedStartOnEightThreadsBenchmark extends AbstractAdvancedStart {
    /** Services that have a logger. */
    @Param({"256", "10000"})
    public int n;

    @Override
    int size() {
        return n;
    }

    /** Starts all. */
    @Benchmark
    public void start() {
        startAll();
    }
}
