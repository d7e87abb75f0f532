package io.assay.net.echo;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Heap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/**
 * WebSocket echo with many clients: each sends a message and waits for it; one client thread serves all. The heap has room for
 * what they have under way.
 */
@Heap(mebibytes = 1024)
@Cells(EchoCells.WebSocketClients.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WebSocketClientsBenchmark extends AbstractWebSocketClients {
    /** Connections. */
    @Param({"128", "1000"})
    public int clients;

    /** How messages are cut. */
    @Param
    public Framing workload;

    /** Bytes of a message. */
    @Param({"512", "4096", "16384", "65536", "131072"})
    public int n;

    /** 4,000 messages, 3,968 of 128 clients, or 64 MiB where that is less; one under way on each connection. */
    @Benchmark
    public void echo(Counters counters) {
        echo(each(n), counters);
    }

    void echo(int each, Counters counters) {
        exchange(each, 1, n, counters);
    }

    @Override
    int clients() {
        return clients;
    }

    @Override
    Messages messages() {
        return Messages.framed(n, 1, workload.fragment(n));
    }
}
