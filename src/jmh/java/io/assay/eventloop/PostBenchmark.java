package io.assay.eventloop;

import io.assay.eventloop.peers.EventTally;
import io.assay.eventloop.peers.LoopAdapter;
import io.assay.harness.api.Headline;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One event posted and dispatched; the events were made before. Posted in bursts, so that what it takes to enter a loop or to
 * wake it, microseconds, is not what is measured. Every event is numbered, and the benchmark fails when one was not
 * dispatched, or not in its place.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PostBenchmark {
    private static final int BURSTS = 100;
    private static final int EVENTS = BURSTS * LoopAdapter.BURST;

    /** The loop. */
    @Param
    public EventLoopImplementation implementation;

    private EventTally tally;
    private LoopAdapter loop;

    /** Makes the loop. */
    @Setup
    public void build() {
        tally = new EventTally(LoopAdapter.BURST);
        loop = implementation.loop(tally);
    }

    /** From an event on the loop: bursts of 1,000, each dispatched before the next. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    @Headline("implementation=ASSAY,NETTY,ACTIVEJ,AGRONA,BOUND_JCTOOLS")
    public void inLoop() {
        loop.inLoop(BURSTS);
        tally.take(EVENTS);
    }

    /** From another thread: 100,000 in a row, dispatched meanwhile, the last of them waited for. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    @Headline("implementation=ASSAY,NETTY,BOUND_JCTOOLS")
    public void fromOutside() {
        loop.fromOutside(BURSTS);
        tally.take(EVENTS);
    }

    /** Ends the loop. */
    @TearDown
    public void close() {
        loop.close();
    }
}
