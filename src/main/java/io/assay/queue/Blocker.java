package io.assay.queue;

/** A way to block a consumer's thread other than parking it, such as a selector's: what {@link Waiter#over} waits in. */
public interface Blocker {
    /**
     * Blocks until {@link #unblock} was called or the time is up; may return early, for reasons of its own.
     *
     * @param nanos above 0, in nanoseconds; {@link Long#MAX_VALUE} is for ever
     */
    void block(long nanos);

    /** Ends the current {@link #block}, or if there is none the next one; any thread. */
    void unblock();
}
