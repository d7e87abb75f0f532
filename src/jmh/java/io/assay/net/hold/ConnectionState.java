package io.assay.net.hold;

/** What a held connection has done, and does. */
public enum ConnectionState {
    /** HTTP/1.1, one request answered; kept alive. */
    KEEP_ALIVE,
    /** HTTP/1.1, in the middle of a head that comes byte by byte. */
    SLOW_HEAD,
    /** A WebSocket that was opened, and is silent. */
    WEBSOCKET,
    /** Every other one {@link #KEEP_ALIVE}, and {@link #SLOW_HEAD}. */
    MIXED;

    /** What a connection of a number is. */
    ConnectionState of(int number) {
        if (this != MIXED) return this;
        return number % 2 == 0 ? KEEP_ALIVE : SLOW_HEAD;
    }
}
