package io.assay.net.hold;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Reported;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
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
 * How long 1,000 requests a second take while other connections are held: half of them idle, half in the middle of a head
 * that comes a byte every five seconds each. A request's time counts from when it was to be sent, whenever it was. The
 * latencies are metrics of their own ({@code lat.p50} to {@code lat.max}); the score, {@value #MILLIS} ms an operation, only says whether
 * the rate was held.
 */
@State(Scope.Thread)
@Cells(HeldCells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SlowConnectionsBenchmark {
    static final int MILLIS = 100;

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int REQUESTS = 100;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
    /** Whoever is a whole second behind sends at another rate. */
    private static final long LONGEST_LAG = TimeUnit.SECONDS.toNanos(1);
    /** A sleeping thread wakes some 60 us late: the rest is waited for awake. */
    private static final long AWAKE = TimeUnit.MICROSECONDS.toNanos(150);

    /** Tells how many requests a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Requests that were answered. */
        public long requests;
    }

    /** Connections that are held. */
    @Param({"0", "1000", "10000"})
    public int held;

    /** Whose server it is. */
    @Param
    public HeldImplementation implementation;

    private final Histogram latencies = new Histogram(LONGEST, 3);
    private Arrangement arrangement;
    private long due;
    private boolean scheduled;

    /** Starts the server, and has the connections held. */
    @Setup(Level.Trial)
    public void open() {
        arrangement = new Arrangement(implementation, ConnectionState.MIXED);
        arrangement.holder.open(held, ConnectionState.MIXED);
    }

    /** Each iteration has latencies and a schedule of its own. */
    @Setup(Level.Iteration)
    public void forget() {
        latencies.reset();
        scheduled = false;
    }

    /**
     * Requests for {@value #MILLIS} ms.
     *
     * @throws IllegalStateException if an answer is wrong, or the rate cannot be held
     */
    @Benchmark
    @Headline({"held=10000", "implementation=ASSAY,NETTY"})
    public void arrive(Counters counters) {
        if (!scheduled) {
            due = System.nanoTime() + PERIOD;
            scheduled = true;
        }
        for (int i = 0; i < REQUESTS; i++, due += PERIOD) {
            long late = System.nanoTime() - due;
            while (late < 0) {
                if (late < -AWAKE) LockSupport.parkNanos(-late - AWAKE);
                else Thread.onSpinWait();
                late = System.nanoTime() - due;
            }
            if (late > LONGEST_LAG) throw new IllegalStateException("the rate is not held: " + late + " ns late");
            arrangement.pinger.ping();
            latencies.recordValue(Math.min(LONGEST, System.nanoTime() - due));
        }
        counters.requests += REQUESTS;
        Reported.latencies(
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(90),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                latencies.getMaxValue());
    }

    /** Ends the server before its time: for tests. */
    void letGo() {
        arrangement.server.close();
    }

    /**
     * Checks. All is ended with the process: JMH counts what the end of a trial allocates as the last iteration's, and the JDK
     * takes 100 bytes to close a connection, which would look like a cost of the requests.
     *
     * @throws IllegalStateException if the server did not hold them until here
     */
    @TearDown(Level.Trial)
    public void close() {
        Runtime.getRuntime().addShutdownHook(new Thread(arrangement::end, "end-of-held-connections"));
        arrangement.check();
    }
}
