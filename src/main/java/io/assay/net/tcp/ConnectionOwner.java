package io.assay.net.tcp;

import org.jspecify.annotations.Nullable;

/** Who counts a connection: the server that accepted it, or the attempt to connect. */
interface ConnectionOwner {
    /** An attempt to connect has succeeded. */
    void connected(TcpConnection connection);

    /** The connection has ended, or was never there. */
    void ended(TcpConnection connection, boolean wasOpen, @Nullable Throwable cause);
}
