package io.assay.net.ping;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Reported;
import io.assay.net.serve.Answering;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * {@code POST /ping} at a fixed rate over {@value #CONNECTIONS} connections. Each latency counts from when its request was to be sent,
 * whenever it was: a stall counts for all whom it kept waiting. The score only says whether the rate was held; the figures are
 * {@code cpu.server}, the CPU time of the server's threads a request, and {@code lat.p50} to {@code lat.max}.
 *
 * <p>The client does not sleep between requests: it has a core to itself, as the server's loop has.
 */
@State(Scope.Thread)
@Cells(PingCells.class)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PingRateBenchmark {
    static final int CONNECTIONS = 64;

    private static final int BATCH = 256;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    /** What answers. */
    @Param
    public PingImplementation implementation;

    /** When its handler answers. */
    @Param("SYNC")
    public Answering answering;

    /** Requests a second. */
    @Param({"10000", "25000"})
    public int rate;

    private final Histogram latencies = new Histogram(LONGEST, 3);
    private PingTraffic traffic;

    /** Starts the server, and connects. */
    @Setup(Level.Trial)
    public void open() {
        traffic = new PingTraffic(implementation, answering, CONNECTIONS);
    }

    /** Each iteration has latencies, a schedule and CPU times of its own. */
    @Setup(Level.Iteration)
    public void begin() {
        latencies.reset();
        traffic.begin();
    }

    /**
     * So many arrivals more.
     *
     * @throws io.assay.net.load.WrongAnswerException if an answer is wrong or lost, or the rate is not held
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    @Headline({"implementation=ASSAY,NETTY", "rate=10000"})
    public void arrive() {
        arrive(BATCH);
    }

    void arrive(int count) {
        traffic.client().arrivals(count, TimeUnit.SECONDS.toNanos(1) / rate, this::record);
    }

    private void record(long latency) {
        latencies.recordValue(Math.min(LONGEST, latency));
    }

    /** Waits for what is under way, and reports. */
    @TearDown(Level.Iteration)
    public void end() {
        traffic.end();
        Reported.latencies(
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(90),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                latencies.getMaxValue());
    }

    /** Stops. */
    @TearDown(Level.Trial)
    public void close() {
        traffic.close();
    }
}
