package io.assay.harness.stats;

import java.util.List;

/**
 * How the cost of one row changed between two measurements.
 *
 * @param ratio head over base, with its interval at the level that the verdict was taken at
 * @param verdict what can be said at the row's threshold
 * @param smallestVisible the smallest relative increase of cost (0.05 is 5%) that would have been called slower with a
 *     chance of four in five; NaN if no increase would
 * @param forksForFivePercent how many forks a side an increase of 5% needs to be called slower with that chance; -1 if
 *     more than 1,000 would be needed or the variance is unknown
 * @param warnings what a reader must know before believing the verdict
 */
public record Change(
        Ratio ratio, Verdict verdict, double smallestVisible, int forksForFivePercent, List<Warning> warnings) {
    /** Copies what can change. */
    public Change {
        warnings = List.copyOf(warnings);
    }
}
