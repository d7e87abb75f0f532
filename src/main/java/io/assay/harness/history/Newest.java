package io.assay.harness.history;

import io.assay.harness.stats.Verdict;

/**
 * The newest run of a series against the level that it was at before. Immutable.
 *
 * @param point the newest run
 * @param verdict {@code SLOWER} or {@code FASTER} if it lies beyond what chance makes, {@code SAME} if its whole interval
 *     lies within the threshold, else {@code CANNOT_TELL}
 * @param ratio its cost over the level's: above 1 is slower, whatever the mode
 * @param low lower end of its 95% interval
 * @param high upper end of its 95% interval
 * @param chance of such a distance or a larger one, if nothing changed
 * @param runs how many runs the level rests on
 */
public record Newest(Point point, Verdict verdict, double ratio, double low, double high, double chance, int runs) {}
