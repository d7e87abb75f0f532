package io.assay.net.tcp;

import org.jspecify.annotations.Nullable;

/**
 * What happens on a connection; always on its loop's thread. A handler may serve one connection or all of a loop. What it
 * throws is reported to the loop's failure handler and aborts the connection.
 */
public interface TcpHandler {
    /** The connection is there. */
    default void opened(TcpConnection connection) {}

    /**
     * Bytes have come: those that were left the last time, and more behind them. They are lent until the method returns, and
     * may be changed.
     *
     * @return how many it is done with, from {@code from} on. The others are kept, and given again with more behind them; after
     *     {@link TcpConnection#pauseReading} and above the high-water mark, again without more once that is over
     */
    int received(TcpConnection connection, byte[] bytes, int from, int to);

    /** The peer sends no more; by default closes. What was left of the input is still held. */
    default void inputEnded(TcpConnection connection) {
        connection.close();
    }

    /** The output has fallen to the low-water mark. Input that was left is given again after this. */
    default void writable(TcpConnection connection) {}

    /** The deadline has passed, or nothing moved for the idle time; by default aborts. */
    default void timedOut(TcpConnection connection) {
        connection.abort();
    }

    /** The server is to stop: the connection should be closed when what is under way has been answered; by default at once. */
    default void stopping(TcpConnection connection) {
        connection.close();
    }

    /**
     * The connection has ended; nothing is called after this.
     *
     * @param cause an error that ended it; null if one of the sides closed or aborted it
     */
    default void closed(TcpConnection connection, @Nullable Throwable cause) {}
}
