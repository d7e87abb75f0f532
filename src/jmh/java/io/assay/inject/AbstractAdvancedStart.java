package io.assay.inject;

import io.assay.inject.peers.DynamicAdapter;
import io.assay.inject.peers.FleetTally;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The reference workload <i>start, advanced injection</i>: n services, each with properties and a logger of its own that it is
 * given by callback, so 2n services in all. An operation ends when the last has started; it fails unless each started once,
 * with the logger that was made for it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public abstract class AbstractAdvancedStart {
    /** The container. */
    @Param
    public DynamicImplementation implementation;

    private FleetTally tally;
    private DynamicAdapter adapter;
    private Runnable stop;

    /** Services that have a logger. */
    abstract int size();

    /** Makes what containers stand on. */
    @Setup
    public void build() {
        adapter = implementation.make();
        tally = new FleetTally(size());
        stop = () -> {};
    }

    /** Stops those before, which is not timed. The last stay, for the live heap to be weighed with them. */
    @Setup(Level.Invocation)
    public void stop() {
        stop.run();
    }

    final void startAll() {
        stop = adapter.startAll(size(), tally);
        tally.take();
    }

    /** Ends what was started. */
    @TearDown
    public void close() {
        stop.run();
        adapter.close();
    }
}
