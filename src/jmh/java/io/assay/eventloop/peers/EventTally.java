package io.assay.eventloop.peers;

import io.assay.harness.api.FullestPoint;

/**
 * Holds what is dispatched against what was posted: events are numbered from 0 to a period, again and again, and have to
 * come in that order, each once. One thread at a time; who reads has been handed it by {@link Baton}.
 */
public final class EventTally {
    private final int period;
    private int next;
    private long count;
    private long misplaced;
    private long pushBegan;
    private long pushed;

    /** A tally of numbers below the period. */
    public EventTally(int period) {
        this.period = period;
    }

    /** Counts an event. */
    public void dispatched(int number) {
        if (number != next) {
            misplaced++;
        }
        next = number + 1 == period ? 0 : number + 1;
        count++;
    }

    /** Notes that posting begins. */
    public void pushBegins() {
        pushBegan = System.nanoTime();
    }

    /** Notes that everything is posted and nothing dispatched: the backlog is at its greatest. */
    public void pushEnds() {
        FullestPoint.reached();
        pushed = System.nanoTime();
        if (count != 0) {
            throw new IllegalStateException(count + " events were dispatched before the last was posted");
        }
    }

    /** Nanoseconds that posting took. */
    public long pushNanos() {
        return pushed - pushBegan;
    }

    /** Nanoseconds since everything was posted. */
    public long nanosSincePush() {
        return System.nanoTime() - pushed;
    }

    /**
     * Starts anew, after a look at what was counted.
     *
     * @throws IllegalStateException unless so many events were dispatched, in order
     */
    public void take(long expected) {
        if (count != expected || misplaced != 0) {
            throw new IllegalStateException(
                    count + " of " + expected + " events were dispatched, " + misplaced + " not in their place");
        }
        next = 0;
        count = 0;
    }
}
