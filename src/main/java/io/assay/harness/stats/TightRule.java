package io.assay.harness.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Verdicts on metrics that hardly vary from fork to fork, such as bytes allocated an operation: there a change far below
 * the threshold of times is a change of the code. Zero is a value like any other. Immutable, thread-safe.
 *
 * <p>A fork's value is the median of its iterations, because the first ones may still carry warm-up. If the forks of
 * each side lie within the tolerance of each other, the row is exact: a difference beyond the tolerance is a verdict if
 * every fork of one side lies above every fork of the other, anything else within the tolerance is {@code same}. If they
 * do not, the row is noisy and judged like a time: by the interval of the difference, and only from the threshold on.
 * One fork a side cannot show that a change is reproducible (whether an allocation is removed may differ from one
 * compilation to the next): {@code cannot tell}.
 *
 * @param absolute differences up to this are none, in the metric's unit; 0 or more
 * @param relative differences up to this fraction of the larger side are none; 0 or more
 */
public record TightRule(double absolute, double relative) {
    /** Bytes an operation: below half a byte is the share of an allocation that belongs to the harness. */
    public static final TightRule ALLOCATION = new TightRule(0.5, 0.001);

    /** A footprint in bytes: pages, thread stacks and the compiler's arenas move it by about a megabyte. */
    public static final TightRule FOOTPRINT = new TightRule(1 << 20, 0.01);

    /** How {@link Ratio#method()} names an exact row; its interval is from the lowest to the highest ratio of forks. */
    public static final String EXACT = "median of fork medians; range of forks";

    /** How {@link Ratio#method()} names a noisy row. */
    public static final String NOISY = "mean of fork medians; t on the row's own forks";

    /** Level of the interval of a noisy row. */
    public static final double LEVEL = 0.999;

    private static final double POWER = 0.8;
    private static final int MAX_FORKS = 1000;

    /** Checks the tolerances. */
    public TightRule {
        if (!(absolute >= 0 && relative >= 0)) {
            throw new IllegalArgumentException("tolerances must be zero or more, not " + absolute + " and " + relative);
        }
    }

    /**
     * The verdict on one row; {@code SLOWER} means that the metric grew.
     *
     * <p>The ratio is head over base in the arithmetic of doubles, except that 0/0 is 1: it is
     * {@link Double#POSITIVE_INFINITY} if base is 0 and head is not, and so may be an end of its interval. Formats
     * without infinity must leave those out.
     *
     * @param base values before: fork, then iteration; finite, 0 or more
     * @param head values after, in the same unit
     * @param threshold the relative change that counts in a noisy row, 0.03 for 3%
     * @throws IllegalArgumentException if a side has no fork, a fork no iteration, or a value is NaN, infinite or negative
     */
    public Change of(double[][] base, double[][] head, double threshold) {
        double[] before = forkMedians(base);
        double[] after = forkMedians(head);
        if (before.length < 2 || after.length < 2) {
            return single(before, after);
        }
        double tolerance = tolerance(Math.max(max(before), max(after)));
        boolean exact = max(before) - min(before) <= tolerance && max(after) - min(after) <= tolerance;
        return exact ? exact(before, after, tolerance) : noisy(before, after, threshold);
    }

    private double tolerance(double largest) {
        return Math.max(absolute, relative * largest);
    }

    private Change single(double[] before, double[] after) {
        Ratio ratio = ratio(Noise.median(before), Noise.median(after), Double.NaN, Double.NaN, before, after, EXACT);
        Warning few = new Warning(
                Warning.Kind.TOO_FEW_FORKS,
                "one fork on a side cannot show that a change is reproducible: no verdict at any size",
                Warning.Severity.WARNING);
        return new Change(ratio, Verdict.CANNOT_TELL, Double.NaN, 2, List.of(few));
    }

    private static Change exact(double[] before, double[] after, double tolerance) {
        double change = Noise.median(after) - Noise.median(before);
        Verdict verdict = Verdict.CANNOT_TELL;
        if (Math.abs(change) <= tolerance) {
            verdict = Verdict.SAME;
        } else if (min(after) > max(before)) {
            verdict = Verdict.SLOWER;
        } else if (max(after) < min(before)) {
            verdict = Verdict.FASTER;
        }
        Ratio ratio = ratio(
                Noise.median(before),
                Noise.median(after),
                over(min(after), max(before)),
                over(max(after), min(before)),
                before,
                after,
                EXACT);
        return new Change(ratio, verdict, tolerance / Noise.median(before), 2, List.of());
    }

    private Change noisy(double[] before, double[] after, double threshold) {
        double base = Noise.mean(before);
        double head = Noise.mean(after);
        double change = head - base;
        double needed = Math.max(tolerance(Math.max(base, head)), threshold * Math.min(base, head));
        double error = Math.sqrt(Noise.variance(before) / before.length + Noise.variance(after) / after.length);
        double reach = error * quantile(LEVEL, before, after);
        Verdict verdict = Verdict.CANNOT_TELL;
        if (Math.abs(change) > reach && Math.abs(change) >= needed) {
            verdict = change > 0 ? Verdict.SLOWER : Verdict.FASTER;
        } else if (Math.abs(change) + reach < needed) {
            verdict = Verdict.SAME;
        }
        Ratio ratio = ratio(
                base, head, over(Math.max(0, head - reach), base), over(head + reach, base), before, after, NOISY);
        double visible = Math.max(needed, reach + error * quantile(2 * POWER - 1, before, after));
        return new Change(ratio, verdict, visible / base, forks(visible / base, before, after), List.of());
    }

    /** The error shrinks with the square root of the forks; the quantile shrinks too, so this errs to the high side. */
    private static int forks(double visible, double[] before, double[] after) {
        double more = visible / 0.05;
        double forks = Math.ceil(Math.max(before.length, after.length) * more * more);
        return forks <= MAX_FORKS ? Math.max(2, (int) forks) : -1;
    }

    /** The degrees of freedom of the smaller side: too few rather than too many. */
    private static double quantile(double level, double[] before, double[] after) {
        return TDistribution.of(Math.min(before.length, after.length) - 1.0)
                .inverseSurvivalProbability((1 - level) / 2);
    }

    private static Ratio ratio(
            double base, double head, double low, double high, double[] before, double[] after, String method) {
        return new Ratio(over(head, base), low, high, LEVEL, after.length, before.length, method);
    }

    private static double over(double head, double base) {
        return head == base ? 1 : head / base;
    }

    private static double[] forkMedians(double[][] forks) {
        if (forks.length == 0 || Stream.of(forks).anyMatch(fork -> fork.length == 0)) {
            throw new IllegalArgumentException("a metric needs at least one fork, and each fork an iteration");
        }
        if (Stream.of(forks)
                .flatMapToDouble(DoubleStream::of)
                .anyMatch(v -> !(v >= 0 && v < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException(
                    "a metric must be finite and not negative: " + Arrays.deepToString(forks));
        }
        return Stream.of(forks).mapToDouble(Noise::median).toArray();
    }

    private static double min(double[] values) {
        return DoubleStream.of(values).min().getAsDouble();
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).max().getAsDouble();
    }
}
