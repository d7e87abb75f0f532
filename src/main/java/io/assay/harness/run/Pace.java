package io.assay.harness.run;

import java.time.Duration;

/** Guesses what is left from what the forks so far took beyond the time they measured. */
final class Pace {
    private final Duration measured;
    private final int total;
    private Duration spent = Duration.ZERO;
    private int done;

    Pace(Duration measuredPerFork, int total) {
        this.measured = measuredPerFork;
        this.total = total;
    }

    void ended(Duration wall) {
        spent = spent.plus(wall);
        done++;
    }

    /** A fork that is not run after all. */
    void dropped() {
        done++;
        spent = spent.plus(perFork());
    }

    int done() {
        return done;
    }

    private Duration perFork() {
        return done == 0 ? measured.plus(Budget.FORK_OVERHEAD) : spent.dividedBy(done);
    }

    Duration left() {
        return perFork().multipliedBy(total - done);
    }
}
