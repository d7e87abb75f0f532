package io.assay.harness.run;

import java.time.Duration;

/** Hears how a run goes on. Called from one thread. */
public interface Progress {
    /** Hears nothing. */
    Progress NONE = new Progress() {};

    /**
     * The run begins.
     *
     * @param forks how many forks there are
     * @param rows how many rows
     * @param estimate how long it will take
     */
    default void begin(int forks, int rows, Duration estimate) {}

    /**
     * A fork begins.
     *
     * @param done forks that have ended
     * @param total forks in all
     * @param what the cell and the fork's number
     * @param left estimated time until the end
     */
    default void fork(int done, int total, String what, Duration left) {}

    /** An iteration of the running fork ended. */
    default void iteration(double score, String unit) {}

    /** The running fork ended; its score, or why there is none. */
    default void forkEnded(String result) {}

    /** Something the user should know at once. */
    default void note(String text) {}

    /** The last fork ended. */
    default void end() {}
}
