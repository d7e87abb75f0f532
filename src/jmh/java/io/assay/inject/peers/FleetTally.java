package io.assay.inject.peers;

import java.util.Arrays;

/** Holds services that started against those that were to: each once, with the logger that is its own. One thread. */
public final class FleetTally {
    private final boolean[] started;
    private int count;
    private int wrong;

    /** A tally of so many services. */
    public FleetTally(int services) {
        started = new boolean[services];
    }

    void started(int number, OwnLogger logger) {
        if (started[number] || logger == null || logger.owner() != number) {
            wrong++;
        }
        started[number] = true;
        count++;
    }

    /**
     * Starts anew, after a look at what was counted.
     *
     * @throws IllegalStateException unless each service started once, with its logger
     */
    public void take() {
        if (count != started.length || wrong != 0) {
            throw new IllegalStateException(count + " of " + started.length + " services started, " + wrong
                    + " of them twice or without their own logger");
        }
        Arrays.fill(started, false);
        count = 0;
    }
}
