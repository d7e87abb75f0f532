package io.assay.harness.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The test of one row's change: Student's t, made more careful where forks vary much against the threshold. There the
 * forks are not normal (they fall into groups), and the tails are heavier than those of t; where forks vary little the
 * threshold itself keeps false alarms away. So the quantile grows with the fifth root of the standard error, counted in
 * thresholds.
 *
 * @param change the log ratio
 * @param variance variance of a fork's log cost, with what was borrowed
 * @param df its degrees of freedom, with what was borrowed
 * @param threshold the logarithm of one plus the change that counts
 */
record ChangeTest(double change, double variance, double df, double threshold, int baseForks, int headForks) {
    /** Forks never agree better than this share of the threshold, whatever few of them say. */
    private static final double FLOOR = 0.2;

    /** How much more careful where forks vary much: exponent of the standard error in thresholds. */
    private static final double CARE = 0.2;

    private static final double POWER = 0.8;
    private static final double FIVE_PERCENT = Math.log(1.05);
    private static final int MAX_FORKS = 1000;

    static ChangeTest of(Effect effect, SpreadPrior prior, double threshold) {
        return new ChangeTest(
                effect.change(),
                prior.of(effect),
                effect.df() + SpreadPrior.DF,
                Math.log1p(threshold),
                effect.baseForks(),
                effect.headForks());
    }

    /** How far the interval reaches to either side of the change, on the log scale, at a one-sided level. */
    double reach(double level) {
        return reach(level, df, error(baseForks, headForks));
    }

    /** The chance of such a change, or a larger one, in its direction if there is none. */
    double chance() {
        double error = error(baseForks, headForks);
        return TDistribution.of(df).survivalProbability(Math.abs(change) / care(error));
    }

    /** The smallest change, on the log scale, that is found with a chance of four in five. */
    double visible(double level) {
        return visible(level, baseForks, headForks, df);
    }

    /** Forks a side to see five percent; -1 if more than a thousand, or if the threshold is not below it. */
    int forksForFivePercent(double level) {
        if (threshold >= FIVE_PERCENT || !seesFivePercent(level, MAX_FORKS)) {
            return -1;
        }
        int tooFew = 1;
        int enough = MAX_FORKS;
        while (enough - tooFew > 1) {
            int forks = (tooFew + enough) / 2;
            boolean sees = seesFivePercent(level, forks);
            enough = sees ? forks : enough;
            tooFew = sees ? tooFew : forks;
        }
        return enough;
    }

    private boolean seesFivePercent(double level, int forks) {
        return visible(level, forks, forks, 2 * forks - 2 + SpreadPrior.DF) <= FIVE_PERCENT;
    }

    private double visible(double level, int base, int head, double freedom) {
        double error = error(base, head);
        double needed = Math.max(threshold, reach(level, freedom, error));
        return needed + error * TDistribution.of(freedom).inverseCumulativeProbability(POWER);
    }

    private double reach(double level, double freedom, double error) {
        return TDistribution.of(freedom).inverseSurvivalProbability(level) * care(error);
    }

    private double care(double error) {
        return error * Math.pow(error / scale(), CARE);
    }

    private double error(int base, int head) {
        double floor = FLOOR * scale();
        return Math.sqrt((variance + floor * floor) * (1.0 / base + 1.0 / head));
    }

    /** What errors are counted in: no clock of a shared machine is good for less than a thousandth. */
    private double scale() {
        return Math.max(threshold, 1e-3);
    }
}
