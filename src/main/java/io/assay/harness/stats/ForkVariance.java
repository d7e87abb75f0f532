package io.assay.harness.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much the logarithm of a fork's mean varies from fork to fork in one row, and how well that is known.
 *
 * @param value the variance of the log fork mean; about the square of the relative deviation between forks; NaN if
 *     unknown
 * @param df the degrees of freedom behind it; 0 if unknown
 */
record ForkVariance(double value, double df) {
    static final ForkVariance UNKNOWN = new ForkVariance(Double.NaN, 0);

    /**
     * The quantile of Student's t that an interval of the given level needs; NaN if the variance is unknown.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, not " + level);
        }
        return df > 0 ? TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2) : Double.NaN;
    }
}
