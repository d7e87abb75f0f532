package io.assay.net.echo;

import io.assay.harness.api.Cells;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/** TCP echo with many clients: each sends a message and waits for it; one client thread serves all. */
@Cells(EchoCells.TcpClients.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TcpClientsBenchmark extends AbstractManyConnections {
    /** The server. */
    @Param
    public TcpImplementation implementation;

    /** Connections. */
    @Param({"128", "1000"})
    public int clients;

    /** Bytes of a message. */
    @Param({"64", "1024", "16384"})
    public int n;

    /** 4,000 messages, 3,968 of 128 clients; one under way on each connection. */
    @Benchmark
    public void echo(Counters counters) {
        echo(each(n), counters);
    }

    void echo(int each, Counters counters) {
        exchange(each, 1, n, counters);
    }

    @Override
    EchoPeer peer() {
        return implementation;
    }

    @Override
    int clients() {
        return clients;
    }

    @Override
    Messages messages() {
        return peer().messages(n);
    }
}
