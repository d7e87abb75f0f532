package io.assay.harness.stats;

/**
 * A change of level in a series of runs.
 *
 * @param first index of the most likely first run at the new level
 * @param earliest the change is not before this run, with 95% confidence
 * @param latest the change is not behind this run, with 95% confidence: it is at the new level
 * @param change difference of the logarithms of the levels
 * @param error its standard error
 * @param df degrees of freedom of the error
 * @param chance that a series of this length without a change has a step as large anywhere
 */
public record LevelStep(int first, int earliest, int latest, double change, double error, double df, double chance) {
    /** Half the width of the 95% interval of {@link #change}. */
    public double reach() {
        return error
                * org.apache.commons.statistics.distribution.TDistribution.of(df)
                        .inverseSurvivalProbability(0.025);
    }
}
