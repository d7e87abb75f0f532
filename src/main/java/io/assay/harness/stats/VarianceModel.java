package io.assay.harness.stats;

import java.util.List;

/**
 * What the rows of one run teach about how much forks differ: the empirical Bayes model of the moderated t-test (Smyth,
 * <i>Linear models and empirical Bayes methods for assessing differential expression in microarray experiments</i>,
 * Statistical Applications in Genetics and Molecular Biology 3(1), 2004).
 *
 * <p>With the three to five forks that a run can afford, a row's own variance is a poor guess. The model takes the
 * variances of all rows as draws of {@code priorVariance * priorDf / chi-squared(priorDf)} and weighs a row's own
 * variance against the prior by their degrees of freedom. Rows that vary alike borrow much, rows of a mixed run little.
 * Variances are those of the logarithm of a fork's mean. Thread-safe, immutable.
 *
 * @param priorVariance the typical variance of the run; NaN if no row has two forks
 * @param priorDf how many degrees of freedom the prior is worth: 0 if nothing can be borrowed (fewer than two rows with
 *     two forks), {@link Double#POSITIVE_INFINITY} if the rows do not differ more than chance makes them
 * @param pooledDf the degrees of freedom of all rows together; no row gets more
 * @param hyperLevel a row whose variance the prior exceeds with a smaller probability than this is hyper-variable and
 *     keeps its own variance; 0 if there were too few rows to tell
 */
public record VarianceModel(double priorVariance, double priorDf, double pooledDf, double hyperLevel) {

    /**
     * Fits the model to the rows of one run.
     *
     * @param rows the rows of one run, in any order; rows with a single fork teach nothing and are allowed
     */
    public static VarianceModel fit(List<Sample> rows) {
        return PriorFit.of(rows);
    }

    /** Borrowed variance of a row: its own if it is hyper-variable or nothing can be borrowed. */
    ForkVariance of(Sample row) {
        double ownDf = row.forkCount() - 1.0;
        if (priorDf == 0) {
            return ownDf > 0 ? new ForkVariance(Noise.variance(row.logForkMeans()), ownDf) : ForkVariance.UNKNOWN;
        }
        double own = Noise.variance(row.logForkMeans());
        if (ownDf > 0 && hyperVariable(own, ownDf)) {
            return new ForkVariance(own, ownDf);
        }
        if (Double.isInfinite(priorDf)) {
            return new ForkVariance(priorVariance, pooledDf);
        }
        double df = priorDf + ownDf;
        return new ForkVariance((priorDf * priorVariance + ownDf * own) / df, Math.min(df, pooledDf));
    }

    /** Whether the row's forks vary far more than those of the run's other rows: nothing is borrowed for it. */
    public boolean hyperVariable(Sample row) {
        return row.forkCount() > 1 && hyperVariable(Noise.variance(row.logForkMeans()), row.forkCount() - 1.0);
    }

    private boolean hyperVariable(double variance, double df) {
        return hyperLevel > 0 && PriorFit.exceedance(variance / priorVariance, df, priorDf) < hyperLevel;
    }
}
