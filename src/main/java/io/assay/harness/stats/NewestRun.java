package io.assay.harness.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The newest run of a series against the level of the runs before it. One run alone cannot be told from a spike:
 * where the past shows spikes, as rare as they are, the newest runs that lie off count together.
 *
 * @param verdict {@code SLOWER} or {@code FASTER} with a chance of error of 0.1% and from the threshold on, {@code SAME}
 *     if the 95% interval lies within the threshold, else {@code CANNOT_TELL}
 * @param change difference of the logarithms of the newest run and its level
 * @param reach half the width of its 95% interval
 * @param chance of such a distance or a larger one in this direction, if nothing changed
 * @param runs how many runs the level rests on
 */
public record NewestRun(Verdict verdict, double change, double reach, double chance, int runs) {
    /** Fewer runs are no past to speak of. */
    public static final int LEAST = 4;

    /** The chance of a false alarm on one row. */
    public static final double LEVEL = 0.001;

    private static final double ODD = 0.05;

    /**
     * Holds the last value against the level before it.
     *
     * @param values logarithms of cost
     * @param known variances of them that their own forks tell
     * @param threshold the change that counts, as a difference of logarithms
     * @return empty if the level has too few runs
     */
    public static Optional<NewestRun> of(double[] values, double[] known, double threshold) {
        int n = values.length;
        if (n <= LEAST) {
            return Optional.empty();
        }
        LevelChanges past = LevelChanges.of(Arrays.copyOf(values, n - 1), Arrays.copyOf(known, n - 1), 0.01);
        int last = past.levels().length - 1;
        List<Integer> own =
                past.spikes().stream().filter(t -> past.levelOf(t) == last).toList();
        int runs = n - 1 - past.starts()[last] - own.size();
        if (runs < LEAST) {
            return Optional.empty();
        }
        double level = past.levels()[last];
        double change = values[n - 1] - level;
        TDistribution t = TDistribution.of(past.df());
        double error = Math.hypot(past.errors()[last], Math.sqrt(past.between() + known[n - 1]));
        double spikes = (double) past.spikes().size() / (n - 1);
        double chance = Math.max(t.survivalProbability(Math.abs(change) / error), spikes);
        for (int i = n - 2; i > past.starts()[last] && spikes > 0; i--) {
            double off = (values[i] - level) * Math.signum(change) / Math.sqrt(past.variances()[i]);
            double odd = t.survivalProbability(off);
            if (odd > ODD) {
                break;
            }
            chance *= Math.max(odd, spikes);
        }
        double reach = error * t.inverseSurvivalProbability(0.025);
        return Optional.of(new NewestRun(verdict(change, reach, chance, threshold), change, reach, chance, runs));
    }

    private static Verdict verdict(double change, double reach, double chance, double threshold) {
        if (chance <= LEVEL && Math.abs(change) >= threshold) {
            return change > 0 ? Verdict.SLOWER : Verdict.FASTER;
        }
        return Math.abs(change) + reach < threshold ? Verdict.SAME : Verdict.CANNOT_TELL;
    }
}
