package io.assay.harness.stats;

import java.util.List;

/**
 * Estimates with intervals for the rows of one run.
 *
 * <p>The unit of replication is the fork: iterations of one fork share its compilation and memory layout, so they say
 * little about the next fork (Kalibera and Jones, <i>Rigorous benchmarking in reasonable time</i>, ISMM 2013). The
 * value is the geometric mean over forks of each fork's arithmetic mean; the ratio of two values is then the value of
 * the ratios, so tables of scores and of ratios never disagree. The interval is Student's t on the logarithms, with the
 * variance of {@link VarianceModel}. Pure functions.
 */
public final class Estimates {
    private static final String VALUE = "geometric mean of fork means";

    /** The interval borrows variance from the rows of the run. */
    public static final String MODERATED = VALUE + "; moderated t, variance borrowed across rows";

    /** The interval rests on the row's own forks: nothing to borrow, or the row is hyper-variable. */
    public static final String OWN = VALUE + "; t on the row's own forks";

    /** No interval: one fork and nothing to borrow. */
    public static final String UNKNOWN = VALUE + "; interval unknown";

    private Estimates() {}

    /**
     * Estimates every row of one run, borrowing variance among them.
     *
     * @param rowsOfOneRun the rows of one run on one machine; the same kind of metric
     * @param level confidence level of each interval, between 0 and 1; not corrected for the number of rows
     * @return one estimate a row, in the order of the rows; those of a single fork have an interval only if two other
     *     rows have two forks
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static List<Estimate> of(List<Sample> rowsOfOneRun, double level) {
        VarianceModel model = VarianceModel.fit(rowsOfOneRun);
        return rowsOfOneRun.stream().map(row -> of(row, model, level)).toList();
    }

    /**
     * Estimates one row under a model that was fitted before.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static Estimate of(Sample row, VarianceModel model, double level) {
        ForkVariance variance = model.of(row);
        double reach = variance.quantile(level) * Math.sqrt(variance.value() / row.forkCount());
        LogInterval interval = LogInterval.of(Noise.mean(row.logForkMeans()), reach);
        return new Estimate(
                interval.value(),
                interval.low(),
                interval.high(),
                level,
                row.forkCount(),
                method(interval, borrowed(row, model)));
    }

    static boolean borrowed(Sample row, VarianceModel model) {
        return model.priorDf() > 0 && !model.hyperVariable(row);
    }

    static String method(LogInterval interval, boolean borrowed) {
        return interval.unknown() ? UNKNOWN : borrowed ? MODERATED : OWN;
    }
}
