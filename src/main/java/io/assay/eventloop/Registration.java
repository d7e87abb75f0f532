package io.assay.eventloop;

/** A handler's or interceptor's place in a loop. */
public interface Registration extends AutoCloseable {
    /**
     * Takes it out, from the next event on; a second call does nothing. On the loop's thread, or while the loop does not
     * run.
     *
     * @throws IllegalStateException on another thread while the loop runs
     */
    @Override
    void close();
}
