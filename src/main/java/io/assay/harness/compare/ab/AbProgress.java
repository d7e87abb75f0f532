package io.assay.harness.compare.ab;

import io.assay.harness.result.RowKey;
import java.time.Duration;
import java.util.List;

/** Hears how an A/B run goes on. Called from one thread. */
public interface AbProgress {
    /** Hears nothing. */
    AbProgress NONE = new AbProgress() {};

    /** Something the user should know at once. */
    default void note(String text) {}

    /**
     * The forks begin.
     *
     * @param rows how many rows
     * @param budget the most that the forks will take
     */
    default void begin(int rows, Duration budget) {}

    /** A fork begins; {@code arm} is {@code base}, {@code head} or {@code control}. */
    default void fork(RowKey row, String arm, int block) {}

    /**
     * A block ended.
     *
     * @param row whose
     * @param block its number, from 1
     * @param result what is known of the row now, in words
     * @param elapsed time since the forks began
     * @param open rows without a verdict yet
     */
    default void block(RowKey row, int block, String result, Duration elapsed, List<RowKey> open) {}

    /** The last fork ended. */
    default void end() {}
}
