package io.assay.net.hold.peers;

/**
 * A server that answers {@code GET /ping} with "pong", and opens WebSockets at {@code /ws}; on one loop. Its threads are daemons, as not
 * every benchmark closes it.
 */
public interface HeldServer extends AutoCloseable {
    /** Its port of the loopback. */
    int port();

    /** Bytes outside the heap that the virtual machine's own books do not have. */
    default long directBytes() {
        return 0;
    }

    @Override
    void close();
}
