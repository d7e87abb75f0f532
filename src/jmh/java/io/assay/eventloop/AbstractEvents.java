package io.assay.eventloop;

import io.assay.eventloop.peers.EventTally;
import io.assay.eventloop.peers.LoopAdapter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The reference workload <i>events</i>: from inside a loop 5,000,000 small events are posted, and dispatched when the last
 * is in the backlog. An operation is the whole. It fails when one event was not dispatched, or not in its place.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public abstract class AbstractEvents {
    /** The loop. */
    @Param
    public EventLoopImplementation implementation;

    /** Events. */
    @Param("5000000")
    public int n;

    private EventTally tally;
    private LoopAdapter loop;

    /** Makes the loop. */
    @Setup
    public void build() {
        tally = new EventTally(n);
        loop = implementation.loop(tally);
    }

    /** Posts all, then dispatches all; the tally knows when the last was posted. */
    final EventTally run() {
        loop.backlog(n, tally);
        return tally;
    }

    /** Ends the loop. */
    @TearDown
    public void close() {
        loop.close();
    }
}
