package io.assay.harness.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Fits the prior of a {@link VarianceModel}: the moments of the log variances (Smyth 2004, section 6.2), after the few
 * rows are set aside whose variance does not belong to the others (the aim of Phipson et al., <i>Robust hyperparameter
 * estimation protects against hypervariable genes</i>, Annals of Applied Statistics 10(2), 2016, reached here by a
 * simpler way: a first prior from the quartiles, which a few rows cannot move).
 */
final class PriorFit {
    /** Quartiles of fewer variances than this say too little to call a row an exception. */
    static final int MIN_ROWS_TO_SCREEN = 10;

    /** Chance that any row of a clean run is called hyper-variable; shared out over the rows (Bonferroni). */
    static final double ANY_HYPER = 0.01;

    /** More exceptions than this share are no exceptions: the prior is wide. */
    private static final double MAX_HYPER_SHARE = 0.1;

    /** The first prior is never taken for sharper than this: few quartiles look alike by chance. */
    private static final double SCREEN_DF_MAX = 5;

    private static final double SCREEN_DF_MIN = 0.5;

    /** Zero variances (a coarse timer) have no logarithm; this share of the typical variance stands for them. */
    private static final double FLOOR = 1e-5;

    private static final BrentSolver SOLVER = new BrentSolver(1e-9, 1e-12, 1e-15);

    private PriorFit() {}

    static VarianceModel of(List<Sample> rows) {
        double[][] usable = rows.stream()
                .filter(row -> row.forkCount() > 1)
                .map(row -> new double[] {Noise.variance(row.logForkMeans()), row.forkCount() - 1.0})
                .toArray(double[][]::new);
        double[] variances = column(usable, 0);
        double[] dfs = column(usable, 1);
        double pooled = Arrays.stream(dfs).sum();
        if (usable.length < 2) {
            return new VarianceModel(usable.length == 0 ? Double.NaN : variances[0], 0, pooled, 0);
        }
        if (Arrays.stream(variances).max().getAsDouble() == 0) {
            return new VarianceModel(0, Double.POSITIVE_INFINITY, pooled, 0);
        }
        double floor =
                FLOOR * Noise.median(Arrays.stream(variances).filter(v -> v > 0).toArray());
        Arrays.setAll(variances, i -> Math.max(variances[i], floor));
        if (usable.length < MIN_ROWS_TO_SCREEN) {
            return moments(variances, dfs, pooled, 0);
        }
        double level = ANY_HYPER / usable.length;
        boolean[] hyper = screen(variances, dfs, level);
        double[] restVariances = without(hyper, variances);
        double[] restDfs = without(hyper, dfs);
        return moments(restVariances, restDfs, Arrays.stream(restDfs).sum(), level);
    }

    /** P(F(df, priorDf) > ratio). */
    static double exceedance(double ratio, double df, double priorDf) {
        return Double.isInfinite(priorDf)
                ? ChiSquaredDistribution.of(df).survivalProbability(ratio * df)
                : FDistribution.of(df, priorDf).survivalProbability(ratio);
    }

    private static VarianceModel moments(double[] variances, double[] dfs, double pooled, double level) {
        int n = variances.length;
        double[] e = new double[n];
        Arrays.setAll(e, i -> Math.log(variances[i]) - expectedLogChiSquaredMean(dfs[i]));
        double mean = Noise.mean(e);
        double excess = Noise.variance(e)
                - Arrays.stream(dfs).map(df -> Trigamma.value(df / 2)).average().getAsDouble();
        // Beyond this the prior cannot be told from a constant, and the t quantile does not change any more.
        if (excess < 1e-6) {
            return new VarianceModel(Math.exp(mean), Double.POSITIVE_INFINITY, pooled, level);
        }
        double priorDf = 2 * inverseTrigamma(excess);
        return new VarianceModel(Math.exp(mean + expectedLogChiSquaredMean(priorDf)), priorDf, pooled, level);
    }

    /** E log(chi-squared(df) / df). */
    private static double expectedLogChiSquaredMean(double df) {
        return Digamma.value(df / 2) - Math.log(df / 2);
    }

    /** The y with trigamma(y) = x. Brackets: 1/y < trigamma(y) < 1/y + 1/y^2. */
    static double inverseTrigamma(double x) {
        return SOLVER.findRoot(y -> Trigamma.value(y) / x - 1, 1 / x, (1 + Math.sqrt(1 + 4 * x)) / (2 * x));
    }

    /** Which rows are exceptions under a prior read from the quartiles; none if there are many. */
    private static boolean[] screen(double[] variances, double[] dfs, double level) {
        int n = variances.length;
        double df = Noise.median(dfs);
        double[] logs = Noise.log(variances);
        double spread = Noise.quantile(logs, 0.75) - Noise.quantile(logs, 0.25);
        double priorDf = priorDfWithSpread(spread, df);
        double typical = Noise.median(variances) / FDistribution.of(df, priorDf).inverseCumulativeProbability(0.5);
        boolean[] hyper = new boolean[n];
        int found = 0;
        for (int i = 0; i < n; i++) {
            hyper[i] = exceedance(variances[i] / typical, dfs[i], priorDf) < level;
            found += hyper[i] ? 1 : 0;
        }
        return found <= MAX_HYPER_SHARE * n ? hyper : new boolean[n];
    }

    private static double priorDfWithSpread(double spread, double df) {
        if (spread <= logQuartileSpread(df, SCREEN_DF_MAX)) {
            return SCREEN_DF_MAX;
        }
        if (spread >= logQuartileSpread(df, SCREEN_DF_MIN)) {
            return SCREEN_DF_MIN;
        }
        return SOLVER.findRoot(d -> logQuartileSpread(df, d) - spread, SCREEN_DF_MIN, SCREEN_DF_MAX);
    }

    private static double logQuartileSpread(double df, double priorDf) {
        ContinuousDistribution f = FDistribution.of(df, priorDf);
        return Math.log(f.inverseCumulativeProbability(0.75) / f.inverseCumulativeProbability(0.25));
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static double[] without(boolean[] dropped, double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !dropped[i])
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
