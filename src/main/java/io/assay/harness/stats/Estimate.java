package io.assay.harness.stats;

/**
 * The score of one row with its confidence interval, in the unit of its sample.
 *
 * @param value the geometric mean over forks of each fork's arithmetic mean
 * @param low lower end of the interval; NaN if unknown
 * @param high upper end of the interval; NaN if unknown
 * @param level confidence level of the interval, such as 0.95
 * @param forks number of forks behind it
 * @param method name of the estimator and of what the interval rests on, one of the constants of {@link Estimates}
 */
public record Estimate(double value, double low, double high, double level, int forks, String method) {

    /** Whether nothing is known of the interval: {@code low} and {@code high} are NaN. */
    public boolean unknown() {
        return Double.isNaN(low) || Double.isNaN(high);
    }

    /**
     * How far the interval reaches from the value, as a fraction of it: 0.03 is plus or minus about 3%. The interval is
     * symmetric on the log scale, so this is {@code sqrt(high / low) - 1}. NaN if unknown.
     */
    public double relativeHalfWidth() {
        return Math.sqrt(high / low) - 1;
    }
}
