package io.assay.net.echo;

import io.assay.harness.api.Reported;
import io.assay.net.echo.peers.EchoServer;
import io.assay.net.load.CpuShares;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** A server of a benchmark, and what an iteration's messages cost its threads and the client's. To be made by the client's thread. */
final class Load implements AutoCloseable {
    private final CpuShares shares = new CpuShares();
    private final EchoServer server;
    private long messages;

    Load(int threads, Supplier<EchoServer> start) {
        server = start.get();
        Reported.ownThreads(threads);
    }

    InetSocketAddress address() {
        return server.address();
    }

    /** An iteration begins. */
    void begin() {
        messages = 0;
        shares.start();
    }

    /** So many messages more came back. */
    void add(long count) {
        messages += count;
    }

    /** An iteration ends. To ask for the time of all threads takes some ten microseconds: too long for each operation. */
    void end() {
        shares.report(messages);
    }

    @Override
    public void close() {
        server.close();
    }
}
