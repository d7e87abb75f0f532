package io.assay.net.hold;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a server holds for a connection at rest. The bytes stand in columns of their own, the clients in a process of their
 * own; the score is what a request costs on one more connection beside them.
 */
@State(Scope.Thread)
@Cells(HeldCells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConnectionMemoryBenchmark {
    /** Tells what a connection costs. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Bytes of the heap for each connection. */
        public long heapBytesPerConnection;
        /** Bytes of buffers outside the heap for each connection. */
        public long directBytesPerConnection;
        /** Both. */
        public long bytesPerConnection;
    }

    /** What the connections are. */
    @Param({"KEEP_ALIVE", "WEBSOCKET", "SLOW_HEAD"})
    public ConnectionState state;

    /** How many are weighed. */
    @Param("4096")
    public int held;

    /** Whose server it is. */
    @Param
    public HeldImplementation implementation;

    private Arrangement arrangement;
    private HeldBytes bytes;

    /** Starts the server, has the connections held, and weighs them. */
    @Setup
    public void open() {
        arrangement = new Arrangement(implementation, state);
        bytes = HeldBytes.perConnection(arrangement, held, state);
    }

    /** What was found. */
    HeldBytes bytes() {
        return bytes;
    }

    /** A request beside them. */
    @Benchmark
    @Headline({"state=KEEP_ALIVE", "implementation=ASSAY,NETTY"})
    public int request(Counters counters) {
        counters.heapBytesPerConnection += Math.round(bytes.heap());
        counters.directBytesPerConnection += Math.round(bytes.direct());
        counters.bytesPerConnection += Math.round(bytes.all());
        return arrangement.pinger.ping();
    }

    /**
     * Ends all.
     *
     * @throws IllegalStateException if the server did not hold them until here
     */
    @TearDown
    public void close() {
        arrangement.close();
    }
}
