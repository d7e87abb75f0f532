package io.assay.eventloop;

/**
 * Where events come from beside posts and timers, such as a selector. The loop looks there at least once in two rounds of
 * events, and waits there instead of parking. On the loop's thread, but for {@link #wakeUp}.
 */
public interface EventSource {
    /**
     * Waits until something is ready, {@link #wakeUp} was called or the time is up; may return early. Handles nothing:
     * {@link #poll} follows.
     *
     * @param nanos above 0, in nanoseconds; {@link Long#MAX_VALUE} is for ever
     */
    void await(long nanos);

    /**
     * Handles what is ready, without waiting. May post to the loop, arm timers and complete futures.
     *
     * @return how many things were handled
     */
    int poll();

    /** Ends the current {@link #await}, or if there is none the next one; any thread. */
    void wakeUp();
}
