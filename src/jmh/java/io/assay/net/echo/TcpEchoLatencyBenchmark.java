package io.assay.net.echo;

import io.assay.harness.api.Cells;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/** Latency of Tcp echo at fixed rates; its base says how. */
@Cells(EchoCells.TcpLatency.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TcpEchoLatencyBenchmark extends AbstractEchoLatency {
    /** The server. */
    @Param
    public TcpImplementation implementation;

    /**
     * Arrivals for {@value #MILLIS} ms.
     *
     * @throws EchoException if a message is lost or changed, or the rate cannot be held
     */
    @Benchmark
    public void arrive(Counters counters) {
        arrive(MILLIS, counters);
    }

    @Override
    EchoPeer peer() {
        return implementation;
    }
}
