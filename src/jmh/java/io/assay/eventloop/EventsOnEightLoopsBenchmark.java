package io.assay.eventloop;

import io.assay.harness.api.Heap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Threads;

/**
 * {@inheritDoc}
 *
 * <p>Eight loops on eight threads, each with a backlog of its own; a score is the time of one loop, while the others run. No
 * counters: JMH would add the operations in which threads wait for each other at an iteration's end.
 */
@Heap(mebibytes = 2048)
@Threads(8)
public class EventsOnEightLoopsBenchmark extends AbstractEvents {
    /** Posts all, then dispatches all. */
    @Benchmark
    public void pushAndDispatch() {
        run().take(n);
    }
}
