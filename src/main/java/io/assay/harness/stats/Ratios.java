package io.assay.harness.stats;

import java.util.List;

/** Ratios of two rows of one run, by the same estimator as {@link Estimates}. Pure functions. */
public final class Ratios {
    private Ratios() {}

    /**
     * The ratio {@code a/b} with its interval: the difference of two means of log fork means, each with the variance
     * that the model gives its row. Of two times it is the ratio of the costs; of two throughputs the
     * {@linkplain Ratio#inverse() inverse} is.
     *
     * <p>The variances of two rows have nothing to do with each other, so the difference has the distribution of Behrens
     * and Fisher; its quantile is that of Cochran and Cox (<i>Experimental Designs</i>, 2nd ed. 1957, section 4.14), the
     * mean of the rows' t quantiles weighted by their squared errors. Welch's degrees of freedom come near the sum of
     * the rows', which is too many when few forks leave it open which row varies more: by simulation 95% intervals then
     * hold the truth in 90%.
     *
     * <p>Forks of the two rows are taken as independent. Where they ran interleaved, what moves the machine moves both
     * alike, and the interval is too wide rather than too narrow.
     *
     * @param a the row above the line
     * @param b the row below the line, in the same unit
     * @param model what the run that both belong to teaches about variance
     * @param level confidence level, between 0 and 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static Ratio of(Sample a, Sample b, VarianceModel model, double level) {
        ForkVariance varianceA = model.of(a);
        ForkVariance varianceB = model.of(b);
        double errorA = varianceA.value() / a.forkCount();
        double errorB = varianceB.value() / b.forkCount();
        LogInterval interval = LogInterval.of(
                Noise.mean(a.logForkMeans()) - Noise.mean(b.logForkMeans()),
                Math.sqrt(errorA + errorB)
                        * quantile(errorA, varianceA.quantile(level), errorB, varianceB.quantile(level)));
        boolean borrowed = Estimates.borrowed(a, model) || Estimates.borrowed(b, model);
        return new Ratio(
                interval.value(),
                interval.low(),
                interval.high(),
                level,
                a.forkCount(),
                b.forkCount(),
                Estimates.method(interval, borrowed));
    }

    /**
     * Index of the lowest estimate: "the fastest peer" among estimates of times. The first of equals.
     *
     * <p>Whoever is chosen for being lowest was also lucky, so its estimate is too low on average, the more so the more
     * peers there are and the closer they lie. That flatters the peer: a ratio of our cost to it errs against us. The
     * upper end of the ratio's interval therefore holds for the truly fastest peer with at least its confidence; the
     * lower end does not, so "we are slower than the fastest peer" needs a correction for the number of peers.
     *
     * @throws IllegalArgumentException if there are no estimates
     */
    public static int lowest(List<Estimate> estimates) {
        if (estimates.isEmpty()) {
            throw new IllegalArgumentException("no estimates to choose from");
        }
        int lowest = 0;
        for (int i = 1; i < estimates.size(); i++) {
            if (estimates.get(i).value() < estimates.get(lowest).value()) {
                lowest = i;
            }
        }
        return lowest;
    }

    private static double quantile(double errorA, double quantileA, double errorB, double quantileB) {
        double sum = errorA + errorB;
        // Two rows without any variation: the interval is a point whatever the quantile.
        return sum == 0 ? 0 : (errorA * quantileA + errorB * quantileB) / sum;
    }
}
