package io.assay.net.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that runs. */
public interface HttpPeer extends AutoCloseable {
    /** Its port on the loopback. */
    int port();

    /** Its address. */
    default InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
    }

    /** The loopback, any free port. */
    static InetSocketAddress anyPort(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Stops it, and waits for that. */
    @Override
    void close();
}
