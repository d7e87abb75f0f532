package io.assay.eventloop;

/**
 * Sees events of a type before and after their handlers, on the loop's thread.
 *
 * @param <E> the events
 */
public interface Interceptor<E> {
    /**
     * Sees an event before its handlers do. Interceptors are asked in the order of their registration; one that withholds
     * the event, or throws, is the last to be asked, and no handler sees the event.
     *
     * @return whether the event goes on; {@code false} withholds it
     * @throws Exception reported to the loop's {@link FailureHandler}; the event is withheld
     */
    default boolean before(E event) throws Exception {
        return true;
    }

    /**
     * Sees an event after its handlers did. Called of every interceptor whose {@link #before} was called and did not throw,
     * the last one first, also when a handler threw.
     *
     * @param handlers how many handlers the event was given to, those that threw counted; 0 where it was withheld
     * @throws Exception reported to the loop's {@link FailureHandler}
     */
    default void after(E event, int handlers) throws Exception {}
}
