package io.assay.harness.matrix;

/**
 * One figure of a cell.
 *
 * @param value in the unit of its {@link Measure}
 * @param low lower end of the 95% interval; NaN if unknown
 * @param high upper end; NaN if unknown
 * @param best whether it is the column's best, or cannot be told from it
 */
public record Figure(double value, double low, double high, boolean best) {
    /** Whether its interval is known. */
    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** How wide the interval is, as a share of the value: 0.02 is 2% wide from end to end; NaN if unknown. */
    public double width() {
        return (high - low) / value;
    }
}
