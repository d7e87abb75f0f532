package io.assay.eventloop.peers;

/** Something that can wait for an auto-reset event. One thread calls. */
public interface AwaitAdapter extends AutoCloseable {
    /**
     * So many times: awaits the event, then posts to its own loop a function that sets it. One more function sets it the
     * first time.
     *
     * @return how many waits came to their end
     */
    int awaits(int count);

    /** Ends what was started. */
    @Override
    void close();
}
