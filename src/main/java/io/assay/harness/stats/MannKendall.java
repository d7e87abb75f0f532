package io.assay.harness.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Mann-Kendall test for a trend common to several short series: Kendall's score is added up over the series (Hirsch,
 * Slack and Smith, <i>Techniques of trend analysis for monthly water quality data</i>, Water Resources Research 18(1),
 * 1982). Only the order inside each series counts, so their levels may differ.
 */
final class MannKendall {
    /** Up to this many pairs the exact distribution is computed; beyond, the normal one fits to many digits. */
    private static final int EXACT_PAIRS = 400;

    private MannKendall() {}

    /** Pairs in rising order minus pairs in falling order. */
    static int score(double[] series) {
        int score = 0;
        for (int i = 0; i < series.length; i++) {
            for (int j = i + 1; j < series.length; j++) {
                score += Double.compare(series[j], series[i]);
            }
        }
        return score;
    }

    /** The chance of a common score at least so far from 0 when no series has a trend. */
    static double pValue(double[][] series) {
        int score = 0;
        int pairs = 0;
        double variance = 0;
        for (double[] one : series) {
            double n = one.length;
            score += score(one);
            pairs += one.length * (one.length - 1) / 2;
            variance += n * (n - 1) * (2 * n + 5) / 18;
        }
        if (score == 0) {
            return 1;
        }
        double tail = pairs <= EXACT_PAIRS
                ? exactTail(series, pairs, Math.abs(score))
                : NormalDistribution.of(0, Math.sqrt(variance)).survivalProbability(Math.abs(score) - 1.0);
        return Math.min(1, 2 * tail);
    }

    /** The score is pairs minus twice the inversions; inversions of the i-th element are uniform on 0 .. i. */
    private static double exactTail(double[][] series, int pairs, int score) {
        double[] chance = new double[pairs + 1];
        chance[0] = 1;
        int reach = 0;
        for (double[] one : series) {
            for (int i = 1; i < one.length; i++) {
                chance = spread(chance, reach, i);
                reach += i;
            }
        }
        double tail = 0;
        for (int inversions = 0; pairs - 2 * inversions >= score; inversions++) {
            tail += chance[inversions];
        }
        return tail;
    }

    private static double[] spread(double[] chance, int reach, int width) {
        double[] wider = new double[chance.length];
        for (int from = 0; from <= reach; from++) {
            for (int more = 0; more <= width; more++) {
                wider[from + more] += chance[from] / (width + 1);
            }
        }
        return wider;
    }
}
