package io.assay.eventloop;

import io.assay.eventloop.peers.EventTally;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import io.assay.harness.api.MatrixColumn;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * {@inheritDoc}
 *
 * <p>One loop. The footprint of a JVM is its heap as soon as it has allocated as much, so the heap is what 48 bytes an event
 * leave of it; the neediest loop's backlog fits.
 */
@Heap(mebibytes = 224)
@MatrixColumn(
        value = "events",
        order = 2,
        where = {"implementation=ASSAY", "n=5000000"},
        operationMillis = 200)
@Headline("implementation=ASSAY,ASSAY_PRIORITY,NETTY,ACTIVEJ")
public class EventsBenchmark extends AbstractEvents {
    /** Tells how many events a score stands for, and how its time is divided. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Events posted and dispatched. */
        public long items;
        /** Microseconds from the first post to the last. */
        public long pushMicros;
        /** Microseconds from the last post to the end. */
        public long dispatchMicros;
    }

    /** Posts all, then dispatches all. */
    @Benchmark
    public void pushAndDispatch(Counters counters) {
        EventTally tally = run();
        counters.dispatchMicros += tally.nanosSincePush() / 1_000;
        counters.pushMicros += tally.pushNanos() / 1_000;
        counters.items += n;
        tally.take(n);
    }
}
