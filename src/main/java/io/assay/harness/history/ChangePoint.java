package io.assay.harness.history;

import io.assay.harness.stats.Verdict;

/**
 * Where the level of a series changed, and stayed. Immutable.
 *
 * @param before the last run that still was at the old level with 95% confidence
 * @param first the most likely first run at the new level
 * @param after the first run that was at the new level with 95% confidence
 * @param ratio new over old cost: above 1 is slower, whatever the mode
 * @param low lower end of its 95% interval
 * @param high upper end of its 95% interval
 * @param chance the chance that a series of this length without a change shows a step as large anywhere
 * @param runsBefore runs at the old level
 * @param runsAfter runs at the new level
 */
public record ChangePoint(
        Point before,
        Point first,
        Point after,
        double ratio,
        double low,
        double high,
        double chance,
        int runsBefore,
        int runsAfter) {
    /** {@code SLOWER} or {@code FASTER}. */
    public Verdict verdict() {
        return ratio > 1 ? Verdict.SLOWER : Verdict.FASTER;
    }

    /** One minus {@link #chance()}. */
    public double confidence() {
        return 1 - chance;
    }

    /** {@code a1b2c3..d4e5f6}: the change lies behind the first commit, and not behind the second. */
    public String commits() {
        return before.run().shortCommit() + ".." + after.run().shortCommit();
    }
}
