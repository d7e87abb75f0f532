package io.assay.net.echo.peers;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that runs, on a port of the loopback that was free. */
public interface EchoServer extends AutoCloseable {
    /** Seconds that a server may take to start or to end. */
    int PATIENCE = 20;

    /** Where it listens. */
    InetSocketAddress address();

    /** Ends it with its connections, and waits for that. */
    @Override
    void close();

    /** Any free port of the loopback. */
    static InetSocketAddress any() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
