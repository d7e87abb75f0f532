package io.assay.net.million;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Reported;
import io.assay.net.load.CpuShares;
import io.assay.net.load.FileDescriptors;
import io.assay.net.load.LoadClient;
import io.assay.net.serve.Answering;
import io.assay.net.serve.HttpImplementation;
import io.assay.net.serve.HttpPeer;
import java.util.concurrent.TimeUnit;
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
 * The One Million Request Challenge: n {@code POST /event} over {@value #CONNECTIONS} keep-alive connections, then {@code GET
 * /stats}. An operation is the whole, and fails unless every event was counted, and counted once. Client and server are one process; the client has one thread.
 */
@State(Scope.Thread)
@Cells(MillionCells.class)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MillionRequestsBenchmark {
    private static final int CONNECTIONS = 1_000;

    /** Tells how many requests a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Events that were counted. */
        public long items;
    }

    /** What counts. */
    @Param({"ASSAY", "NETTY", "VERTX", "UNDERTOW", "BLOCKING_VIRTUAL_THREADS"})
    public HttpImplementation implementation;

    /** Events. */
    @Param({"20000", "1000000"})
    public int n;

    private final EventApp app = new EventApp();
    private CpuShares cpu;
    private HttpPeer server;
    private int connections;

    /** Starts the server. */
    @Setup(Level.Trial)
    public void open() {
        open(FileDescriptors.connections(CONNECTIONS));
    }

    void open(int clients) {
        connections = clients;
        cpu = new CpuShares();
        server = implementation.start(app, Answering.SYNC, 0);
        Reported.ownThreads(implementation.threads(clients));
        Reported.connections(clients);
    }

    /**
     * All events, and what the server says of them.
     *
     * @throws io.assay.net.load.WrongAnswerException if one was lost, doubled or refused
     */
    @Benchmark
    @Headline({"implementation=ASSAY,NETTY", "n=20000"})
    public void challenge(Counters counters) {
        app.reset();
        cpu.start();
        try (LoadClient client = new LoadClient(server.address(), connections, new EventRequests())) {
            client.limit(n);
            client.answers(n);
            client.drain();
        }
        cpu.report(n);
        StatsRequest.verify(server.address(), n);
        counters.items += n;
    }

    /** Stops. */
    @TearDown(Level.Trial)
    public void close() {
        server.close();
    }
}
