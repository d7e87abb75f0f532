package io.assay.harness.doctor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far forks of one unchanging workload disagree on this machine, and so how small a change it can show at all.
 * Pure; immutable.
 *
 * @param forks how many were measured
 * @param cv coefficient of variation between forks: standard deviation over mean, a fraction
 * @param cvLow lower end of its 95 % interval (chi-squared, for normal scores)
 * @param cvHigh upper end
 * @param detectable for several counts of forks, fewest first
 */
public record NoiseFloor(int forks, double cv, double cvLow, double cvHigh, List<Detectable> detectable) {
    /** Chance of an alarm where nothing changed. */
    public static final double ALPHA = 0.01;

    /** Chance of an alarm where something did, by the detectable change. */
    public static final double POWER = 0.8;

    private static final int[] PLANS = {3, 5, 10};

    /**
     * The smallest change that a two-sided, two-sample t-test finds with probability {@link #POWER} at level {@link
     * #ALPHA}.
     *
     * @param forks of the base, and as many of the head
     * @param change relative to the mean, a fraction
     */
    public record Detectable(int forks, double change) {}

    /**
     * From the score of each fork, in any one unit.
     *
     * @throws IllegalArgumentException if there are less than two, or one is not positive and finite
     */
    public static NoiseFloor of(double[] forkScores) {
        if (forkScores.length < 2) {
            throw new IllegalArgumentException("a spread needs at least two forks, not " + forkScores.length);
        }
        for (double score : forkScores) {
            if (!(score > 0) || Double.isInfinite(score)) {
                throw new IllegalArgumentException("a fork's score is positive and finite, not " + score);
            }
        }
        DoubleStatistics statistics =
                DoubleStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), forkScores);
        double cv = statistics.getAsDouble(Statistic.STANDARD_DEVIATION) / statistics.getAsDouble(Statistic.MEAN);
        int df = forkScores.length - 1;
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(df);
        return new NoiseFloor(
                forkScores.length,
                cv,
                cv * Math.sqrt(df / chi.inverseSurvivalProbability(0.025)),
                cv * Math.sqrt(df / chi.inverseCumulativeProbability(0.025)),
                Arrays.stream(PLANS)
                        .mapToObj(k -> new Detectable(k, cv * TwoSampleT.detectable(k, ALPHA, POWER)))
                        .toList());
    }

    /** One paragraph for people. */
    public String sentence() {
        return Text.format(
                "%d forks of one fixed workload differ by %s (standard deviation over mean; 95 %% interval %s to %s)."
                        + " The smallest change this machine shows with probability %.1f, at a false-alarm rate of %s: %s.",
                forks,
                Text.percent(cv),
                Text.percent(cvLow),
                Text.percent(cvHigh),
                POWER,
                Text.percent(ALPHA),
                detectable.stream()
                        .map(plan -> Text.percent(plan.change()) + " with " + plan.forks() + " forks a side")
                        .collect(Collectors.joining(", ")));
    }
}
