package io.assay.harness.stats;

import java.util.Arrays;

/**
 * Cuts a series into stretches of one level each: the cut that costs least, where each point costs its squared distance
 * from its level in variances but never more than {@link #OUTLIER}, and each change of level costs {@link #CHANGE}. The
 * bound makes a point that lies far off an outlier rather than a level of its own, and tells spikes from shifts: what
 * comes back sooner than two changes are worth has been a spike. The cost is the biweight of Fearnhead and Rigaill
 * (<i>Changepoint detection in the presence of outliers</i>, JASA 114(525), 2019); the minimum is found on a grid of
 * levels, by dynamic programming (Viterbi 1967).
 */
final class RobustLevels {
    /** What a point costs at most: that of three and a half standard deviations. */
    static final double OUTLIER = 12;

    /** What a change of level costs, by simulation: docs/history.md. */
    static final double CHANGE = 18;

    private static final double GRID = 0.25;
    private static final int MOST_LEVELS = 4000;

    private RobustLevels() {}

    /**
     * The first index of each stretch, 0 among them.
     *
     * @param values at least one
     * @param variances of each value around its level
     */
    static int[] cut(double[] values, double[] variances) {
        double least = Arrays.stream(values).min().getAsDouble();
        double range = Arrays.stream(values).max().getAsDouble() - least;
        double fine = GRID * Math.sqrt(Arrays.stream(variances).min().getAsDouble());
        int levels = (int) Math.min(MOST_LEVELS, Math.ceil(range / fine)) + 1;
        double step = levels == 1 ? 0 : range / (levels - 1);

        int n = values.length;
        // Of each level: where the best stretch that goes on at it began. Of each point: where the best of these did.
        int[] began = new int[levels];
        int[] bestBegan = new int[n];
        double[] cost = new double[levels];
        double change = 0;
        for (int t = 0; t < n; t++) {
            double above = values[t] - least;
            double sharpness = 1 / variances[t];
            int best = 0;
            for (int level = 0; level < levels; level++) {
                double distance = above - level * step;
                double own = Math.min(distance * distance * sharpness, OUTLIER);
                if (t == 0 || change < cost[level]) {
                    began[level] = t;
                    cost[level] = change + own;
                } else {
                    cost[level] += own;
                }
                best = cost[level] < cost[best] ? level : best;
            }
            bestBegan[t] = began[best];
            change = cost[best] + CHANGE;
        }
        return starts(bestBegan);
    }

    private static int[] starts(int[] bestBegan) {
        int[] starts = new int[bestBegan.length];
        int count = 0;
        for (int last = bestBegan.length - 1; last >= 0; ) {
            int first = bestBegan[last];
            starts[count++] = first;
            last = first - 1;
        }
        int[] sorted = Arrays.copyOf(starts, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
