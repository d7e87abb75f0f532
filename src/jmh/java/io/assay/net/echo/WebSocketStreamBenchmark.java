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
 * WebSocket echo at full speed: clients write and read without waiting for what is under way, up to 64 KiB of messages a system
 * call, one client thread for all. How much a server has taken in and not sent out is counted.
 */
@Heap(mebibytes = 1024)
@Cells(EchoCells.WebSocketStream.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WebSocketStreamBenchmark extends AbstractWebSocketClients {
    private static final int WRITE = 64 << 10;
    private static final int BYTES = 32 << 20;
    private static final long MOST_PILED = 256L << 20;
    private static final int STILL_MILLIS = 50;

    /** Connections. */
    @Param({"8", "128"})
    public int clients;

    /** Bytes of a message. */
    @Param({"512", "4096", "32768", "131072"})
    public int n;

    /** 32 MiB to and fro. */
    @Benchmark
    public void stream(Counters counters) {
        stream(BYTES / clients / Math.max(n, WRITE), counters);
    }

    /** So many writes a client. */
    void stream(int writes, Counters counters) {
        exchange(writes * perWrite(), Integer.MAX_VALUE, n, counters);
    }

    /**
     * Under back-pressure: the clients write and do not read, until the server has taken nothing for 50 ms or 256 MiB are under
     * way; then they read all. What counts is how much that was: the time is mostly the wait.
     */
    @Benchmark
    public void backPressure(Counters counters) {
        backPressure(MOST_PILED, counters);
    }

    void backPressure(long most, Counters counters) {
        pileUp(most, STILL_MILLIS, n, counters);
    }

    private int perWrite() {
        return Math.max(1, WRITE / n);
    }

    @Override
    int clients() {
        return clients;
    }

    @Override
    Messages messages() {
        return Messages.framed(n, perWrite(), n);
    }
}
