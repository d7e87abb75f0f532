package io.assay.harness.doctor;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Power of the two-sided t-test on two samples of equal size and variance (J. Cohen, Statistical Power Analysis for the
 * Behavioral Sciences, 1988, ch. 2). With three forks and a level of 0.01 the usual normal approximation promises
 * changes of little more than half the size that can be seen, so the noncentral t is integrated: given the sample
 * variance, the test is a question to the normal distribution.
 */
final class TwoSampleT {
    private static final int QUANTILES = 1000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private TwoSampleT() {}

    /**
     * The difference of means, in standard deviations, that is found with probability {@code power}.
     *
     * @param k size of each sample, at least 2
     */
    static double detectable(int k, double alpha, double power) {
        double[] thresholds = thresholds(2 * k - 2, alpha);
        double low = 0;
        double high = 1;
        while (power(thresholds, high) < power) {
            high *= 2;
        }
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (power(thresholds, middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * Math.sqrt(2.0 / k);
    }

    /** What the standardized difference has to exceed, at equally probable values of the sample variance. */
    private static double[] thresholds(int df, double alpha) {
        double critical = TDistribution.of(df).inverseSurvivalProbability(alpha / 2);
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(df);
        double[] thresholds = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            thresholds[i] = critical * Math.sqrt(chi.inverseCumulativeProbability((i + 0.5) / QUANTILES) / df);
        }
        return thresholds;
    }

    private static double power(double[] thresholds, double noncentrality) {
        double sum = 0;
        for (double threshold : thresholds) {
            sum += NORMAL.survivalProbability(threshold - noncentrality)
                    + NORMAL.cumulativeProbability(-threshold - noncentrality);
        }
        return sum / thresholds.length;
    }
}
