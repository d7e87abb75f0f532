package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * By how much many ratios moved alike: the estimate of Hodges and Lehmann (<i>Estimates of location based on rank
 * tests</i>, Annals of Mathematical Statistics 34(2), 1963) on their logarithms, the median of the means of all pairs,
 * with the interval that inverts Wilcoxon's signed-rank test. A few ratios that moved by themselves do not shift it.
 *
 * @param value the common factor
 * @param low lower end of its interval at {@link #LEVEL}
 * @param high upper end of its interval
 * @param rows how many ratios it rests on
 */
public record CommonShift(double value, double low, double high, int rows) {
    /** Confidence level of the interval. */
    public static final double LEVEL = 0.95;

    /** With fewer, the signed ranks cannot reach the level: two to the minus five is more than 5% on two sides. */
    public static final int MIN_ROWS = 6;

    /** From here on the signed-rank statistic is as good as normal, and its exact distribution slow to add up. */
    private static final int EXACT = 60;

    /**
     * The shift that the ratios share; empty for fewer than {@link #MIN_ROWS}.
     *
     * @param ratios finite and greater than zero
     */
    public static Optional<CommonShift> of(double... ratios) {
        int n = ratios.length;
        if (n < MIN_ROWS) {
            return Optional.empty();
        }
        double[] logs = Noise.log(ratios);
        double[] walsh = new double[n * (n + 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                walsh[next++] = (logs[i] + logs[j]) / 2;
            }
        }
        Arrays.sort(walsh);
        int cut = cut(n);
        return Optional.of(new CommonShift(
                Math.exp(Median.withDefaults().evaluate(walsh)),
                Math.exp(walsh[cut]),
                Math.exp(walsh[walsh.length - 1 - cut]),
                n));
    }

    /** Index of the interval's lower end among the sorted means; the upper end lies as far from the last. */
    private static int cut(int n) {
        double tail = (1 - LEVEL) / 2;
        if (n > EXACT) {
            double mean = n * (n + 1.0) / 4;
            double deviation = Math.sqrt(n * (n + 1.0) * (2 * n + 1) / 24);
            return (int) Math.floor(mean + NormalDistribution.of(0, 1).inverseCumulativeProbability(tail) * deviation);
        }
        // The chance of each sum of ranks: rank by rank, it is in the sum or it is not.
        double[] chance = new double[n * (n + 1) / 2 + 1];
        chance[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = chance.length - 1; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
            }
        }
        double below = 0;
        int cut = 0;
        while (below + chance[cut] <= tail) {
            below += chance[cut++];
        }
        return cut - 1;
    }

    /** Whether the interval excludes 1: there is a shift. */
    public boolean shown() {
        return low > 1 || high < 1;
    }

    /**
     * A ratio from which the shift was taken out, with the interval that it then deserves: wider by what is not known of
     * the shift. The two errors are unrelated, so their squares add up; the shift's is brought to the ratio's level on
     * the normal scale.
     *
     * @param corrected the ratio after the shift was taken out of its samples
     */
    public Ratio widen(Ratio corrected) {
        if (corrected.unknown() || !(corrected.value() > 0)) {
            return corrected;
        }
        double stretch = quantile(corrected.level()) / quantile(LEVEL);
        double up = Math.hypot(Math.log(corrected.high() / corrected.value()), stretch * Math.log(value / low));
        double down = Math.hypot(Math.log(corrected.value() / corrected.low()), stretch * Math.log(high / value));
        return new Ratio(
                corrected.value(),
                corrected.value() * Math.exp(-down),
                corrected.value() * Math.exp(up),
                corrected.level(),
                corrected.forks(),
                corrected.otherForks(),
                corrected.method() + "; shift of the control group taken out");
    }

    private static double quantile(double level) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
    }
}
