package io.assay.harness.stats;

/**
 * The ratio of one row's cost to another's, with its confidence interval; has no unit.
 *
 * @param value the ratio of the two rows' estimates
 * @param low lower end of the interval; NaN if unknown
 * @param high upper end of the interval; NaN if unknown
 * @param level confidence level of the interval, such as 0.95
 * @param forks number of forks of the row above the line
 * @param otherForks number of forks of the row below the line
 * @param method name of the estimator and of what the interval rests on, one of the constants of {@link Estimates}
 */
public record Ratio(double value, double low, double high, double level, int forks, int otherForks, String method) {

    /** Whether nothing is known of the interval: {@code low} and {@code high} are NaN. */
    public boolean unknown() {
        return Double.isNaN(low) || Double.isNaN(high);
    }

    /** Whether the whole interval lies on one side of 1; false if the interval is unknown. */
    public boolean excludesOne() {
        return low > 1 || high < 1;
    }

    /** The ratio the other way round: of two throughputs, {@code a/b} inverted is the ratio of the costs. */
    public Ratio inverse() {
        return new Ratio(1 / value, 1 / high, 1 / low, level, otherForks, forks, method);
    }
}
