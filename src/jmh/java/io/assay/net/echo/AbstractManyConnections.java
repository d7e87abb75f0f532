package io.assay.net.echo;

import io.assay.net.echo.peers.EchoServer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A server, and a client whose one thread serves all connections. */
@State(Scope.Thread)
public abstract class AbstractManyConnections {
    /** Tells what a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Messages that came back. */
        public long items;
        /** Bytes of payload that came back. */
        public long bytes;
        /** KiB of payload that were sent and not back, at most: in the buffers of server and system. */
        public long underWayKiB;
    }

    /** Of all clients in an operation, at most. */
    private static final int MOST_MESSAGES = 4_000;

    private static final int MOST_BYTES = 64 << 20;

    private Load load;
    private ManyConnections connections;

    abstract EchoPeer peer();

    EchoServer server() {
        return peer().start();
    }

    abstract int clients();

    abstract Messages messages();

    /** Starts the server, and connects. */
    @Setup
    public void open() {
        load = new Load(peer().threads(clients()), this::server);
        connections = new ManyConnections(load.address(), peer().dial(), clients(), messages());
    }

    /** Each iteration has CPU times of its own. */
    @Setup(Level.Iteration)
    public void begin() {
        load.begin();
    }

    /** Says what the iteration cost. */
    @TearDown(Level.Iteration)
    public void end() {
        load.end();
    }

    /** How many messages each client sends, as many as the others: of all together at most 4,000, and at most 64 MiB. */
    final int each(int size) {
        return Math.min(MOST_MESSAGES, MOST_BYTES / size) / clients();
    }

    /** So many messages on each connection, at most so many of them under way. */
    final void exchange(int each, int window, int size, Counters counters) {
        long peak = connections.exchange(each, window);
        count((long) each * clients(), peak, size, counters);
    }

    /** Piles up what the server takes while nothing is read. */
    final void pileUp(long mostBytes, int stillMillis, int size, Counters counters) {
        long piled = connections.pileUp(mostBytes, stillMillis);
        count(piled, piled, size, counters);
    }

    private void count(long messages, long peak, int size, Counters counters) {
        counters.items += messages;
        counters.bytes += messages * size;
        counters.underWayKiB += peak * size >> 10;
        load.add(messages);
    }

    /** Ends connections and server. */
    @TearDown
    public void close() {
        connections.close();
        load.close();
    }
}
