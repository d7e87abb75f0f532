package io.assay.net.echo;

import io.assay.harness.api.Reported;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long messages of 64 bytes take that are sent at a fixed rate on one connection: each from the time at which it was to be
 * sent, whatever has come back, so that a stall counts for all whom it kept waiting. The latencies are metrics of their own
 * ({@code lat.p50} to {@code lat.max}); the score only says whether the rate was held. The client keeps a core busy.
 *
 * <p>An operation is {@value #MILLIS} ms of arrivals and the wait for the last answer. One schedule goes through all operations
 * of an iteration.
 */
@State(Scope.Thread)
public abstract class AbstractEchoLatency {
    static final int MILLIS = 20;

    /** Bytes of a message. */
    static final int SIZE = 64;

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    /** Tells how many messages a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Messages. */
        public long items;
    }

    /** Messages a second. */
    @Param({"1000", "10000", "30000"})
    public int rate;

    private final Histogram latencies = new Histogram(LONGEST, 3);
    private Load load;
    private PacedConnection connection;
    private long period;
    private long start;
    private boolean scheduled;

    abstract EchoPeer peer();

    /** Starts the server, and connects. */
    @Setup
    public void open() {
        EchoPeer peer = peer();
        load = new Load(peer.threads(1), peer::start);
        connection = new PacedConnection(load.address(), peer.dial(), peer.messages(SIZE));
        period = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /** Each iteration has latencies and a schedule of its own. */
    @Setup(Level.Iteration)
    public void forget() {
        latencies.reset();
        scheduled = false;
        load.begin();
    }

    final void arrive(int millis, Counters counters) {
        if (!scheduled) {
            start = System.nanoTime();
            scheduled = true;
        }
        int count = rate * millis / 1_000;
        connection.arrivals(count, start, period, latency -> latencies.recordValue(Math.min(LONGEST, latency)));
        start += count * period;
        counters.items += count;
        load.add(count);
    }

    /** Says what the iteration was. Not after each operation: the next message is due while percentiles are looked for. */
    @TearDown(Level.Iteration)
    public void end() {
        load.end();
        Reported.latencies(
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(90),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                latencies.getMaxValue());
    }

    /** Ends connection and server. */
    @TearDown
    public void close() {
        connection.close();
        load.close();
    }
}
