package io.assay.net.echo.peers;

/** When a handler answers a message. */
public enum Answer {
    /** Before it returns. */
    AT_ONCE,
    /** When a future is complete, which the next event of the loop completes. */
    NEXT_TURN,
    /** When a future is complete, which a timer of the loop completes after 1 ms. */
    TIMER_1MS
}
