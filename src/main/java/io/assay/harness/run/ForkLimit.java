package io.assay.harness.run;

import java.time.Duration;

/**
 * When a fork that is still at it is ended, where that is a result and no failure: a heap that is almost too small is
 * collected without end.
 *
 * @param time from the fork's start
 * @param told why that is long enough, in a few words
 */
public record ForkLimit(Duration time, String told) {
    /** How the cause of a fork begins that was ended by its limit. */
    public static final String CAUSE = "too slow";

    String cause() {
        return CAUSE + ": no end after " + time.toSeconds() + " s, " + told + "; killed";
    }
}
