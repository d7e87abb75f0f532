package io.assay.net.ping;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.net.load.FileDescriptors;
import io.assay.net.serve.Answering;
import java.util.concurrent.TimeUnit;
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
 * {@code POST /ping} at full load: each connection has its next request under way as soon as the last was answered. A score
 * is requests a second. Client and server are one process: the client is JMH's thread, and the CPU time of both is told apart
 * ({@code cpu.server}, {@code cpu.client}, an operation each). What the client could do at most is {@code BOUND_CANNED}.
 */
@State(Scope.Thread)
@Cells(PingCells.class)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PingBenchmark {
    /** As many connections as the file descriptors allow, up to the reference's 20,000. */
    static final String MOST = "MOST";

    private static final int REFERENCE = 20_000;
    private static final int BATCH = 1_024;

    /** What answers. */
    @Param
    public PingImplementation implementation;

    /** When its handler answers. */
    @Param
    public Answering answering;

    /** Connections. */
    @Param({"2", "400", MOST})
    public String connections;

    private PingTraffic traffic;

    /** Starts the server, and connects. */
    @Setup(Level.Trial)
    public void open() {
        traffic = new PingTraffic(
                implementation,
                answering,
                connections.equals(MOST) ? FileDescriptors.connections(REFERENCE) : Integer.parseInt(connections));
    }

    /** CPU time counts from here. */
    @Setup(Level.Iteration)
    public void begin() {
        traffic.begin();
    }

    /**
     * So many answers more.
     *
     * @throws io.assay.net.load.WrongAnswerException if one is wrong, or does not come
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    @Headline({"implementation=ASSAY,NETTY,VERTX", "connections=400", "answering=SYNC"})
    public void requests() {
        traffic.client().answers(BATCH);
    }

    /** Waits for what is under way: none may be lost. */
    @TearDown(Level.Iteration)
    public void end() {
        traffic.end();
    }

    /** Stops. */
    @TearDown(Level.Trial)
    public void close() {
        traffic.close();
    }
}
