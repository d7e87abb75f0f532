package io.assay.eventloop.peers;

/** A loop, or less than one, as the benchmarks of events use it. One thread calls. */
public interface LoopAdapter extends AutoCloseable {
    /** Events of a burst of {@link #inLoop}, and numbers of all but {@link #backlog}. */
    int BURST = 1_000;

    /**
     * From an event on the loop, makes and posts so many events, numbered from 0; then lets them be dispatched, and returns
     * when all are. Tells the tally where posting begins and ends.
     */
    void backlog(int events, EventTally tally);

    /** So many times, from an event on the loop: posts {@link #BURST} events that were made before, to be dispatched. */
    void inLoop(int bursts);

    /** Posts events that were made before to the loop's own thread, so many bursts, and waits until all are dispatched. */
    void fromOutside(int bursts);

    /** Ends what was started. */
    @Override
    void close();
}
