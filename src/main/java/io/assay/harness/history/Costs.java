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
        int n = points.size();
        double[] values = new double[n];
        double[] own = new double[n];
        double[] many = new double[n];
        int counted = 0;
        for (int t = 0; t < n; t++) {
            double[] logs = logs(series, points.get(t).forks());
            values[t] = Mean.of(logs).getAsDouble();
            if (logs.length > 1) {
                own[t] = Variance.of(logs).getAsDouble();
                many[counted++] = own[t];
            }
        }
        double typical = counted == 0 ? 0 : Median.withDefaults().evaluate(Arrays.copyOf(many, counted));
        double[] known = new double[n];
        for (int t = 0; t < n; t++) {
            int forks = points.get(t).forks().size();
            double df = forks - 1.0;
            known[t] = (df * own[t] + PRIOR_DF * typical) / (df + PRIOR_DF) / forks;
        }
        return new Costs(values, known);
    }

    private static double[] logs(Series series, List<ForkSummary> forks) {
        double[] logs = new double[forks.size()];
        Arrays.setAll(logs, fork -> log(series, forks.get(fork).median()));
        return logs;
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
