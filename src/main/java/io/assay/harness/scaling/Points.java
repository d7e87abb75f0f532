package io.assay.harness.scaling;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * A curve as the models see it: the logarithm of the cost at each n, and how well it is known.
 *
 * @param n ascending, at least 1
 * @param logCost natural logarithms
 * @param variance variance of each logarithm as the forks tell it
 * @param df degrees of freedom behind the scale of the variances
 */
@SuppressWarnings("ArrayRecordComponent") // a passive carrier within the package
record Points(double[] n, double[] logCost, double[] variance, double df) {
    /** No point is known better than this, however well its forks agree: layouts and alignments differ with n. */
    private static final double FLOOR = 0.004;

    /** From fork to fork, where there is one fork a point. */
    private static final double UNKNOWN = 0.03;

    /** Models are never exact: the scale of the errors is left open, however many forks there are. */
    private static final double MOST_DF = 6;

    /** A point's own variance against the common one, in degrees of freedom. */
    private static final double BORROWED_DF = 6;

    /** Forks beyond this many deviations pull no more than those at it (Huber 1964). */
    private static final double HUBER = 1.5;

    static Points of(Curve curve) {
        int size = curve.size();
        double[][] logs = Arrays.stream(curve.forks())
                .map(fork -> Arrays.stream(fork).map(Math::log).toArray())
                .toArray(double[][]::new);
        double[] own = Arrays.stream(logs).mapToDouble(Points::spread).toArray();
        double pooled = pooled(logs, own);
        double[] centre = new double[size];
        double[] variance = new double[size];
        int degrees = 0;
        for (int i = 0; i < size; i++) {
            int df = logs[i].length - 1;
            degrees += df;
            centre[i] = huber(logs[i], Math.sqrt(pooled));
            double grain = curve.grain()[i] / Math.exp(centre[i]);
            variance[i] = (BORROWED_DF * pooled + df * own[i]) / (BORROWED_DF + df) / (df + 1)
                    + FLOOR * FLOOR
                    + grain * grain / 12;
        }
        return new Points(curve.n(), centre, variance, Math.min(MOST_DF, Math.max(degrees, 1)));
    }

    int size() {
        return n.length;
    }

    double cost(int i) {
        return Math.exp(logCost[i]);
    }

    /** The same without the largest n. */
    Points withoutLast() {
        int most = size() - 1;
        return new Points(Arrays.copyOf(n, most), Arrays.copyOf(logCost, most), Arrays.copyOf(variance, most), df);
    }

    Points withLogCost(double[] moved) {
        return new Points(n, moved, variance, df);
    }

    /** The median of the points' variances, so that a fork gone astray moves it little. */
    private static double pooled(double[][] logs, double[] own) {
        double[] spreads = IntStream.range(0, own.length)
                .filter(i -> logs[i].length > 1)
                .mapToDouble(i -> own[i] / medianOverMean(logs[i].length - 1))
                .toArray();
        return spreads.length == 0 ? UNKNOWN * UNKNOWN : median(spreads);
    }

    /** Of a chi-squared variable (Wilson and Hilferty 1931). */
    private static double medianOverMean(int df) {
        return Math.pow(1 - 2.0 / (9 * df), 3);
    }

    private static double spread(double[] logs) {
        double mean = Arrays.stream(logs).average().orElse(0);
        return logs.length < 2
                ? 0
                : Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum() / (logs.length - 1);
    }

    private static double huber(double[] logs, double scale) {
        double centre = median(logs);
        for (int pass = 0; pass < 20 && scale > 0; pass++) {
            double sum = 0;
            double weights = 0;
            for (double value : logs) {
                double far = Math.abs(value - centre) / scale;
                double weight = far <= HUBER ? 1 : HUBER / far;
                sum += weight * value;
                weights += weight;
            }
            centre = sum / weights;
        }
        return centre;
    }

    private static double median(double[] values) {
        return Median.withDefaults().withCopy(true).evaluate(values);
    }
}
