package io.assay.harness.history;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Points as logarithms of cost, and how well each knows its own. A fork counts with its median iteration: runs of a
 * history differ in their number of iterations, and of more iterations the fastest is faster.
 *
 * @param values one a point
 * @param known variance of each, as far as its forks tell
 */
@SuppressWarnings("ArrayRecordComponent") // a passive carrier
record Costs(double[] values, double[] known) {
    /** Bytes an operation below this are the harness's own. */
    private static final double NO_BYTES = 0.5;

    /** How many forks the other runs are worth where a run's own are few. */
    private static final double PRIOR_DF = 2;

    static Costs of(Series series, List<Point> points) {
        double[][] logs = points.stream()
                .map(point -> point.forks().stream()
                        .mapToDouble(fork -> log(series, fork.median()))
                        .toArray())
                .toArray(double[][]::new);
        double typical = typical(logs);
        return new Costs(
                Arrays.stream(logs)
                        .mapToDouble(forks -> Mean.of(forks).getAsDouble())
                        .toArray(),
                Arrays.stream(logs)
                        .mapToDouble(forks -> {
                            double df = forks.length - 1.0;
                            double own = df > 0 ? Variance.of(forks).getAsDouble() : 0;
                            return (df * own + PRIOR_DF * typical) / (df + PRIOR_DF) / forks.length;
                        })
                        .toArray());
    }

    private static double typical(double[][] logs) {
        double[] variances = Arrays.stream(logs)
                .filter(forks -> forks.length > 1)
                .mapToDouble(forks -> Variance.of(forks).getAsDouble())
                .toArray();
        return variances.length == 0 ? 0 : Median.withDefaults().evaluate(variances);
    }

    private static double log(Series series, double value) {
        if (isAllocation(series)) {
            return Math.log1p(value < NO_BYTES ? 0 : value);
        }
        double log = Math.log(Math.max(value, Double.MIN_NORMAL));
        return series.moreIsBetter() ? -log : log;
    }

    /** The way back: a logarithm of cost in the unit of the series. */
    static double inUnit(Series series, double log) {
        return isAllocation(series) ? Math.expm1(log) : Math.exp(series.moreIsBetter() ? -log : log);
    }

    private static boolean isAllocation(Series series) {
        return series.metric().equals("gc.alloc.rate.norm");
    }
}
