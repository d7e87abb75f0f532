package io.assay.eventloop;

/**
 * Takes events of a type, on the loop's thread.
 *
 * @param <E> the events
 */
@FunctionalInterface
public interface Handler<E> {
    /**
     * Takes one event.
     *
     * @throws Exception what went wrong; the loop reports it to its {@link FailureHandler} and goes on
     */
    void handle(E event) throws Exception;
}
