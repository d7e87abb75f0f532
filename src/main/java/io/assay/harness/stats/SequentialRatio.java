package io.assay.harness.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The ratio of head's cost to base's from blocks, each with one fork of either in random order, by a method that may be
 * looked at after every block without losing its error rate. Pure functions; the same numbers give the same answer.
 *
 * <p><b>What is assumed.</b> Where the code is the same, the two forks of a block come from the same distribution and the
 * order of the two was drawn by lot, so the log ratio {@code x} of their costs is as likely to be {@code -x}. Nothing is
 * assumed of that distribution's shape: it may have heavy tails, two modes, or drift from block to block. A change is
 * modelled as a shift {@code m} of the centre of that symmetry.
 *
 * <p><b>Method.</b> Testing by betting: {@code 1 + 0.85 tanh(b (x - m))} has an expectation of at most 1 where the centre is
 * {@code m} or below, whatever {@code b > 0} was chosen before {@code x} was seen, because tanh is odd and rises. The
 * product over the blocks, averaged over a few sizes of {@code b}, is therefore a non-negative supermartingale that
 * starts at 1, and by Ville's inequality the chance that it ever reaches {@code 1/alpha}, in however many looks, is at
 * most {@code alpha}. The centres that neither this bet nor its mirror image rejects are a confidence sequence (Ramdas,
 * Grünwald, Vovk and Shafer, <i>Game-theoretic statistics and safe anytime-valid inference</i>, Statistical Science
 * 38(4), 2023; without the 0.85 the factor is the likelihood ratio of a normal shift to its own symmetrisation). The bets are scaled by a
 * robust deviation of the blocks before, so they need not know how noisy the row is.
 */
public final class SequentialRatio {
    /** Name of the estimator in results. */
    public static final String METHOD =
            "median of pairwise means of block log ratios; time-uniform symmetry bets (tanh), familywise";

    /** Shifts that bets are best at, in deviations of a block's log ratio; equal shares. */
    private static final double[] SHIFTS = {0.3, 0.6, 1.0, 1.6};

    /** Share of the wealth that a bet may lose: with all of it, one fork that something disturbed would end the row. */
    private static final double STAKE = 0.85;

    /** The deviation of a block's log ratio that bets start from: two forks that vary by 3.5% each. */
    private static final double TYPICAL_DEVIATION = 0.05;

    /** What that start weighs, in blocks. Too few blocks may agree by chance, and a deviation near 0 bets recklessly. */
    private static final double TYPICAL_WEIGHT = 3;

    /** The median distance of two values of a normal sample in its standard deviations. */
    private static final double MEDIAN_DISTANCE = 0.9539;

    /** Beyond a factor of e^20 nobody asks for the interval's end. */
    private static final double FURTHEST = 20;

    /** By simulation: four in five rows are through in this multiple of the time that the expectation promises. */
    private static final double FOUR_IN_FIVE = 1.2;

    /** From twice {@link #FURTHEST} down to less than a part in 10<sup>12</sup>. */
    private static final int BISECTIONS = 46;

    private SequentialRatio() {}

    /**
     * What the blocks so far say.
     *
     * @param ratio head's cost over base's; the interval covers the truth at all looks together with a chance of at
     *     least {@code 1 - 2 alpha}, each end with {@code 1 - alpha}; NaN ends where the blocks are too few for any
     * @param meanRatio the ratio of the geometric means of all forks, which a few far forks can move
     * @param deviation robust standard deviation of a block's log ratio; the typical one weighs in while blocks are few
     */
    public record Look(Ratio ratio, double meanRatio, double deviation) {
        /**
         * What can be said at a threshold. {@code slower} is wrong with a chance of at most alpha in all looks of a row
         * whose code did not change.
         *
         * @param threshold smallest relative change that counts, 0.03 for 3%
         */
        public Verdict verdict(double threshold) {
            double most = 1 + threshold;
            if (ratio.low() > 1 && ratio.value() >= most) {
                return Verdict.SLOWER;
            }
            if (ratio.high() < 1 && ratio.value() <= 1 / most) {
                return Verdict.FASTER;
            }
            // A head that is slow in one fork of six moves the mean long before it moves the centre.
            boolean meanWithin = meanRatio < most && meanRatio > 1 / most;
            return ratio.low() > 1 / most && ratio.high() < most && meanWithin ? Verdict.SAME : Verdict.CANNOT_TELL;
        }
    }

    /**
     * About how many blocks it takes to see a change with a chance of four in five, if blocks are normal.
     *
     * @param change relative, 0.05 for 5%
     * @param deviation of a block's log ratio
     * @param alpha as in {@link #of}
     */
    public static double blocksToSee(double change, double deviation, double alpha) {
        double shift = Math.log1p(change) / deviation;
        double growth = 0;
        double weight = 0;
        // What the best bet gains a block: the expectation over the normal distribution, by the midpoint rule.
        for (double z = -4; z <= 4; z += 0.125) {
            double density = Math.exp(-z * z / 2);
            growth += density * Math.log1p(STAKE * Math.tanh(shift * (shift + z)));
            weight += density;
        }
        double mixture = Math.log(SHIFTS.length);
        return FOUR_IN_FIVE * (-Math.log(alpha) + mixture) * weight / growth;
    }

    /**
     * The smallest change that so many blocks would see with a chance of four in five, if blocks are normal; NaN if they
     * would not even see a doubling.
     */
    public static double smallestVisible(int blocks, double deviation, double alpha) {
        double low = 0;
        double high = 1;
        if (blocksToSee(high, deviation, alpha) > blocks) {
            return Double.NaN;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (blocksToSee(middle, deviation, alpha) > blocks) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Looks at the blocks so far.
     *
     * @param base cost of base's fork in each block, finite and greater than zero
     * @param head cost of head's, in the same unit
     * @param alpha chance of an error on one side, over all looks; between 0 and 0.5
     */
    public static Look of(double[] base, double[] head, double alpha) {
        if (base.length != head.length || base.length == 0) {
            throw new IllegalArgumentException("a block has two forks, and there is at least one block");
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha lies between 0 and 0.5, not " + alpha);
        }
        double[] x = new double[base.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.log(head[i]) - Math.log(base[i]);
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException("block " + i + ": costs must be finite and greater than zero");
            }
        }
        double[] deviations = deviationsBefore(x);
        double low = largest(m -> logWealth(x, deviations, m, 1), alpha);
        double high = -largest(m -> logWealth(x, deviations, -m, -1), alpha);
        double centre = hodgesLehmann(x);
        int n = x.length;
        return new Look(
                new Ratio(
                        Math.exp(Math.min(Math.max(centre, orElse(low, centre)), orElse(high, centre))),
                        Math.exp(low),
                        Math.exp(high),
                        1 - 2 * alpha,
                        n,
                        n,
                        METHOD),
                Math.exp(Noise.mean(x)),
                deviations[n]);
    }

    /** The fewest blocks that can give any end of an interval: a bet wins at most its stake. */
    public static int leastBlocks(double alpha) {
        return (int) Math.ceil(Math.log(1 / alpha) / Math.log1p(STAKE));
    }

    private static double orElse(double end, double centre) {
        return Double.isNaN(end) ? centre : end;
    }

    /** The logarithm of what betting on a centre above (sign 1) or below (sign -1) {@code m} has made of 1. */
    private static double logWealth(double[] x, double[] deviations, double m, int sign) {
        double top = Double.NEGATIVE_INFINITY;
        double[] logs = new double[SHIFTS.length];
        for (int k = 0; k < SHIFTS.length; k++) {
            logs[k] = logOfBets(x, deviations, m, sign * SHIFTS[k]);
            top = Math.max(top, logs[k]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - top);
        }
        return top + Math.log(sum / logs.length);
    }

    private static double logOfBets(double[] x, double[] deviations, double m, double shift) {
        double log = 0;
        double wealth = 1;
        for (int i = 0; i < x.length; i++) {
            double y = shift * (x[i] - m) / deviations[i];
            // 1 + STAKE * tanh(y), with one exponential; an infinite one is the limit of both.
            wealth *= 1 + STAKE - 2 * STAKE / (Math.exp(2 * y) + 1);
            // A logarithm now and then: no factor is below 1 - STAKE.
            if ((i & 63) == 63) {
                log += Math.log(wealth);
                wealth = 1;
            }
        }
        return log + Math.log(wealth);
    }

    /** The largest m whose wealth, which falls in m, still rejects it; NaN if none does. */
    private static double largest(DoubleUnaryOperator logWealth, double alpha) {
        double needed = -Math.log(alpha);
        double rejected = -FURTHEST;
        double kept = FURTHEST;
        if (logWealth.applyAsDouble(rejected) < needed) {
            return Double.NaN;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (rejected + kept) / 2;
            if (logWealth.applyAsDouble(middle) >= needed) {
                rejected = middle;
            } else {
                kept = middle;
            }
        }
        return rejected;
    }

    /** For each block, and the one to come, the deviation of those before: a bet must not know what it is placed on. */
    private static double[] deviationsBefore(double[] x) {
        double[] deviations = new double[x.length + 1];
        double[] distances = new double[x.length * (x.length - 1) / 2];
        int known = 0;
        for (int i = 0; i <= x.length; i++) {
            double own = 0;
            if (known > 0) {
                own = Noise.median(Arrays.copyOf(distances, known)) / MEDIAN_DISTANCE;
            }
            double blocks = Math.max(0, i - 1);
            deviations[i] = Math.sqrt((TYPICAL_WEIGHT * TYPICAL_DEVIATION * TYPICAL_DEVIATION + blocks * own * own)
                    / (TYPICAL_WEIGHT + blocks));
            for (int j = 0; j < i && i < x.length; j++) {
                distances[known++] = Math.abs(x[i] - x[j]);
            }
        }
        return deviations;
    }

    /** The median of the means of all pairs, each value with itself too: the centre of a symmetric sample. */
    private static double hodgesLehmann(double[] x) {
        double[] means = new double[x.length * (x.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                means[next++] = (x[i] + x[j]) / 2;
            }
        }
        return Noise.median(means);
    }
}
