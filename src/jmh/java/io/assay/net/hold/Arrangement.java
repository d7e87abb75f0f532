package io.assay.net.hold;

import io.assay.harness.api.Reported;
import io.assay.net.hold.peers.HeldServer;

/** A server, the process that holds connections to it, and one client of its own. */
final class Arrangement implements AutoCloseable {
    final HeldServer server;
    final HolderProcess holder;
    final Pinger pinger;

    Arrangement(HeldImplementation implementation, ConnectionState state) {
        server = implementation.start(state);
        holder = new HolderProcess(server.port());
        pinger = new Pinger(server.port());
        // The server's loop; who holds the connections is another process, which is busy for some percent of the time.
        Reported.ownThreads(1);
    }

    /** @throws IllegalStateException if the server did not hold the connections until here */
    void check() {
        int lost = holder.lost();
        if (lost > 0) throw new IllegalStateException("the server let go of " + lost + " of the held connections");
    }

    /** Ends all. */
    void end() {
        pinger.close();
        // Before the holder, whose connections end by a reset each.
        server.close();
        holder.close();
    }

    /**
     * Checks, and ends all.
     *
     * @throws IllegalStateException if the server did not hold the connections until here
     */
    @Override
    public void close() {
        try {
            check();
        } finally {
            end();
        }
    }
}
