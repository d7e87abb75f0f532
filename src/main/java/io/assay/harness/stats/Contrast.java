package io.assay.harness.stats;

import java.util.List;

/**
 * A weighted sum of the logarithms of several rows' costs, transformed back: with weights 1 and -1 the ratio of two rows,
 * with a quarter of each of several pairs their mean ratio. Pure functions.
 *
 * @param value the exponential of the sum
 * @param low lower end of the interval; NaN if unknown
 * @param high upper end; NaN if unknown
 */
public record Contrast(double value, double low, double high) {
    /**
     * The contrast of rows of one run.
     *
     * <p>The rows' variances are those that the model gives them, so the sum has the variance of independent terms. Its
     * degrees of freedom are Satterthwaite's (<i>An approximate distribution of estimates of variance components</i>,
     * Biometrics Bulletin 2(6), 1946), never more than all rows have together: what they borrow they borrow from each
     * other.
     *
     * @param rows the rows of one run, in the same unit or with weights that sum to zero in each unit
     * @param weights one a row; a row of weight 0 counts for nothing
     * @param model what the run teaches about variance
     * @param level confidence level, between 0 and 1
     * @throws IllegalArgumentException if there are not as many weights as rows, or the level is not between 0 and 1
     */
    public static Contrast of(List<Sample> rows, double[] weights, VarianceModel model, double level) {
        if (rows.size() != weights.length) {
            throw new IllegalArgumentException(weights.length + " weights for " + rows.size() + " rows");
        }
        double sum = 0;
        double variance = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            Sample row = rows.get(i);
            ForkVariance own = model.of(row);
            double error = weights[i] * weights[i] * own.value() / row.forkCount();
            sum += weights[i] * Noise.mean(row.logForkMeans());
            variance += error;
            squares += error * error / own.df();
        }
        double df = variance == 0 ? model.pooledDf() : Math.min(variance * variance / squares, model.pooledDf());
        // Not a number where a row's variance is unknown.
        ForkVariance all = df > 0 ? new ForkVariance(variance, df) : ForkVariance.UNKNOWN;
        LogInterval interval = LogInterval.of(sum, all.quantile(level) * Math.sqrt(variance));
        return new Contrast(interval.value(), interval.low(), interval.high());
    }
}
