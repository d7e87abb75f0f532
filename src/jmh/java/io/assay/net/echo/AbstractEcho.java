package io.assay.net.echo;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Messages to and fro on one connection, each sent when the one before is back. */
@State(Scope.Thread)
public abstract class AbstractEcho {
    /** Tells how many round trips a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Round trips. */
        public long items;
    }

    /** Bytes of a message. */
    @Param({"64", "1024", "65536"})
    public int n;

    private Load load;
    private OneConnection connection;

    abstract EchoPeer peer();

    /** Starts the server, and connects. */
    @Setup
    public void open() {
        EchoPeer peer = peer();
        load = new Load(peer.threads(1), peer::start);
        connection = new OneConnection(load.address(), peer.dial(), peer.messages(n));
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

    final void roundTrips(int count, Counters counters) {
        connection.roundTrips(count);
        counters.items += count;
        load.add(count);
    }

    /** Ends connection and server. */
    @TearDown
    public void close() {
        connection.close();
        load.close();
    }
}
