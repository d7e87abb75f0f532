package io.assay.harness.stats;

import java.util.List;

/**
 * When a row has enough forks: its interval, by the same model as the one that is reported, reaches no further than
 * wanted. Narrowness alone decides, never the value or who is faster; a row's mean says nothing of its forks'
 * variance, so stopping by the one does not bias the other. A pure function.
 */
public final class ForkPrecision {
    /**
     * No row stops below this. With two forks a row has one degree of freedom of its own, and whether it borrows rightly
     * cannot be told.
     */
    public static final int LEAST_FORKS = 3;

    /** Confidence level of the interval that must be narrow. */
    public static final double LEVEL = 0.95;

    private ForkPrecision() {}

    /**
     * Which rows need no further fork.
     *
     * @param rows all rows of the run so far: they share one variance model
     * @param precision how far the interval may reach from the value, as a share of it (0.03 for 3%)
     * @return one answer a row, in the order of the rows
     * @throws IllegalArgumentException if the precision is not greater than 0
     */
    public static boolean[] enough(List<Sample> rows, double precision) {
        if (!(precision > 0)) {
            throw new IllegalArgumentException("a precision must be greater than 0, not " + precision);
        }
        VarianceModel model = VarianceModel.fit(rows);
        boolean[] enough = new boolean[rows.size()];
        for (int i = 0; i < enough.length; i++) {
            Estimate estimate = Estimates.of(rows.get(i), model, LEVEL);
            // NaN, an unknown interval, is never narrow.
            enough[i] = rows.get(i).forkCount() >= LEAST_FORKS && estimate.relativeHalfWidth() <= precision;
        }
        return enough;
    }
}
