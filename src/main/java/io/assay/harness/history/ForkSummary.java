package io.assay.harness.history;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What the store keeps of one fork: enough to compare it, a few bytes long. In the unit of its series. Immutable.
 *
 * @param mean arithmetic mean of the measured iterations
 * @param median their median
 * @param best the fastest of them: the least of a time, the greatest of a rate
 * @param iterations how many
 */
public record ForkSummary(double mean, double median, double best, int iterations) {
    /** What forks stand for together: the geometric mean of their means, the plain one where a fork has none. */
    public static double value(List<ForkSummary> forks) {
        boolean logs = forks.stream().allMatch(fork -> fork.mean() > 0);
        double mean = forks.stream()
                .mapToDouble(fork -> logs ? Math.log(fork.mean()) : fork.mean())
                .average()
                .orElseThrow();
        return logs ? Math.exp(mean) : mean;
    }

    /** Of the iterations of a fork, at least one. */
    public static ForkSummary of(double[] iterations, boolean moreIsBetter) {
        double best = moreIsBetter
                ? Arrays.stream(iterations).max().getAsDouble()
                : Arrays.stream(iterations).min().getAsDouble();
        return new ForkSummary(
                Mean.of(iterations).getAsDouble(),
                Median.withDefaults().withCopy(true).evaluate(iterations),
                best,
                iterations.length);
    }
}
