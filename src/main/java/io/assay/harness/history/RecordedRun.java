package io.assay.harness.history;

import java.time.Instant;
import java.util.Comparator;

/**
 * A run as the store keeps it. Immutable.
 *
 * @param id the store's own number
 * @param date when it was measured, or what whoever recorded it gave as its date; runs are ordered by it
 * @param commit which code, as the run or whoever recorded it named it; {@code unknown} if nobody did
 * @param branch as whoever recorded it named it; empty if nobody did
 * @param source name of the folder or file it came from, without its path
 */
public record RecordedRun(long id, Instant date, String commit, String branch, String source) {
    /** The older first. */
    public static final Comparator<RecordedRun> ORDER =
            Comparator.comparing(RecordedRun::date).thenComparing(RecordedRun::id);

    private static final int SHORT = 10;

    /** The commit as people write it: a hash is cut to ten digits. */
    public String shortCommit() {
        return commit.matches("[0-9a-f]{40,64}") ? commit.substring(0, SHORT) : commit;
    }
}
