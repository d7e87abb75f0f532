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
 * TCP echo over the loopback with TCP_NODELAY: round trips on one connection, the client a thread that blocks. Every byte is
 * compared.
 */
@Cells(EchoCells.Tcp.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TcpEchoBenchmark extends AbstractEcho {
    /** The server. */
    @Param
    public TcpImplementation implementation;

    /** Round trips of an operation. */
    @Param({"100", "1000"})
    public int trips;

    /** One after the other. */
    @Benchmark
    @Headline({"n=64", "trips=100", "implementation=ASSAY,NETTY"})
    public void echo(Counters counters) {
        roundTrips(trips, counters);
    }

    @Override
    EchoPeer peer() {
        return implementation;
    }
}
