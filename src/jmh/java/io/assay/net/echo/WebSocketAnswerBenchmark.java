package io.assay.net.echo;

import io.assay.harness.api.Cells;
import io.assay.net.echo.peers.Answer;
import io.assay.net.echo.peers.EchoServer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/**
 * A handler that answers at once against one that awaits: 64 clients, messages of 512 bytes. What each keeps busy of the cores is
 * reported.
 */
@Cells(EchoCells.WebSocketAnswer.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WebSocketAnswerBenchmark extends AbstractWebSocketClients {
    private static final int CLIENTS = 64;
    private static final int SIZE = 512;
    private static final int EACH = 10;

    /** When the handler answers. */
    @Param
    public Answer workload;

    /** 10 messages of each client, one under way on each connection. */
    @Benchmark
    public void echo(Counters counters) {
        echo(EACH, counters);
    }

    void echo(int each, Counters counters) {
        exchange(each, 1, SIZE, counters);
    }

    @Override
    EchoServer server() {
        return implementation.start(workload);
    }

    @Override
    int clients() {
        return CLIENTS;
    }

    @Override
    Messages messages() {
        return Messages.framed(SIZE);
    }
}
