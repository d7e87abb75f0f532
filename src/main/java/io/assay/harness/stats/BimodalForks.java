package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds rows whose forks fall into two groups: the compiler took one of two ways, and the mean is a figure that no fork
 * has.
 *
 * <p>The sorted log fork means are cut at every place that leaves two forks on each side; a cut counts if the empty
 * space at it is many times the standard deviation inside the groups. One fork apart from all others is no group; that
 * is for {@link ForksDisagree}.
 */
public final class BimodalForks {
    /** With four forks, two pairs of near neighbours are too common. */
    public static final int MIN_FORKS = 5;

    /**
     * Empty space in standard deviations inside the groups: normal forks exceed it once in 100 to 1000 rows (by
     * simulation), the more seldom the more forks, and must be {@link #MIN_GAP} apart as well.
     */
    private static final double FEW_FORKS_GAP = 12;

    /** The same from {@link #MANY_FORKS} on, where the spread inside the groups is better known. */
    private static final double MANY_FORKS_GAP = 8;

    private static final int MANY_FORKS = 8;

    /** Groups nearer than this are within what any comparison should let pass. */
    public static final double MIN_GAP = 0.05;

    private BimodalForks() {}

    /** Checks one row; silent with fewer than {@link #MIN_FORKS} forks. */
    public static Optional<Warning> check(Sample row) {
        int n = row.forkCount();
        if (n < MIN_FORKS) {
            return Optional.empty();
        }
        double[] sorted = row.logForkMeans();
        Arrays.sort(sorted);
        double needed = n < MANY_FORKS ? FEW_FORKS_GAP : MANY_FORKS_GAP;
        int cut = 0;
        double widest = Math.log1p(MIN_GAP);
        for (int low = 2; low <= n - 2; low++) {
            double gap = sorted[low] - sorted[low - 1];
            if (gap >= widest && gap > needed * within(sorted, low)) {
                widest = gap;
                cut = low;
            }
        }
        return cut == 0 ? Optional.empty() : Optional.of(warning(sorted, cut));
    }

    private static double within(double[] sorted, int cut) {
        double low = Noise.variance(Arrays.copyOf(sorted, cut)) * (cut - 1);
        double high = Noise.variance(Arrays.copyOfRange(sorted, cut, sorted.length)) * (sorted.length - cut - 1);
        return Math.sqrt((low + high) / (sorted.length - 2));
    }

    private static Warning warning(double[] sorted, int cut) {
        double low = Math.exp(Noise.mean(Arrays.copyOf(sorted, cut)));
        double high = Math.exp(Noise.mean(Arrays.copyOfRange(sorted, cut, sorted.length)));
        return new Warning(
                Warning.Kind.BIMODAL_FORKS,
                Noise.text(
                        "forks fall into two groups: %d near %.4g and %d near %.4g; their mean is neither",
                        cut, low, sorted.length - cut, high),
                Warning.Severity.WARNING);
    }
}
