package io.assay.harness.stats;

import java.util.List;

/**
 * What a row's forks would vary like if nothing were known but the other rows and the row's own iterations: the typical
 * variance of the rows, more for a row whose iterations are restless. Worth {@link #DF} degrees of freedom to each row,
 * as in the moderated t-test (Smyth 2004). Immutable, thread-safe.
 *
 * @param variance typical variance of a fork's log cost
 * @param unrest typical {@link Effect#unrest()}
 */
record SpreadPrior(double variance, double unrest) {
    /** How many degrees of freedom the other rows are worth to a row: rows of one suite differ widely. */
    static final double DF = 3;

    /** Typical of public benchmarks (two percent from fork to fork): what a file with few rows borrows from. */
    private static final double USUAL_VARIANCE = 0.02 * 0.02;

    /** Typical distance of the fastest from the median iteration in the same benchmarks: one percent. */
    private static final double USUAL_UNREST = 0.01 * 0.01;

    /** How many rows the usual figures count for. */
    private static final double USUAL_ROWS = 10;

    /** Variances that are zero (a coarse timer) have no logarithm. */
    private static final double TINY = 1e-8;

    /** A row's fork variance goes with this power of the squared distance of its iterations. */
    private static final double POWER = 0.25;

    /** Restless iterations say less below this share of the typical. */
    private static final double UNREST_FLOOR = 0.05;

    static SpreadPrior fit(List<Effect> effects) {
        return new SpreadPrior(
                typical(effects.stream().mapToDouble(Effect::variance).toArray(), USUAL_VARIANCE),
                typical(effects.stream().mapToDouble(Effect::unrest).toArray(), USUAL_UNREST));
    }

    /** The variance of the row's forks, with what is borrowed. */
    double of(Effect effect) {
        double floor = UNREST_FLOOR * unrest;
        double own = variance * Math.pow((effect.unrest() + floor) / (unrest + floor), POWER);
        return (effect.df() * effect.variance() + DF * own) / (effect.df() + DF);
    }

    private static double typical(double[] variances, double usual) {
        if (variances.length == 0) {
            return usual;
        }
        double log = Math.log(Noise.median(variances) + TINY);
        return Math.exp((variances.length * log + USUAL_ROWS * Math.log(usual)) / (variances.length + USUAL_ROWS));
    }
}
