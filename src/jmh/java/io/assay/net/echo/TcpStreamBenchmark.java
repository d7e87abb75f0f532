package io.assay.net.echo;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/**
 * TCP over the loopback at full speed: one connection, the client writes and reads without waiting for what is under way, a system
 * call for each message. Every byte that comes back is compared.
 */
@Cells(EchoCells.TcpStream.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TcpStreamBenchmark extends AbstractManyConnections {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_MESSAGES = 8_192;

    /** The server. */
    @Param
    public TcpImplementation implementation;

    /** Bytes of a message. */
    @Param({"64", "1024", "4096", "65536"})
    public int n;

    /** 8,192 messages, or 16 MiB where that is less. */
    @Benchmark
    @Headline({"n=4096", "implementation=ASSAY,NETTY"})
    public void stream(Counters counters) {
        stream(Math.min(MOST_MESSAGES, MOST_BYTES / n), counters);
    }

    void stream(int messages, Counters counters) {
        exchange(messages, Integer.MAX_VALUE, n, counters);
    }

    @Override
    EchoPeer peer() {
        return implementation;
    }

    @Override
    int clients() {
        return 1;
    }

    @Override
    Messages messages() {
        return peer().messages(n);
    }
}
