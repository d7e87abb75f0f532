package io.assay.harness.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts on many rows at once, by the method of {@code docs/method.md}: each fork one number, its variance shared by
 * the two sides and moderated by the other rows, a test with tails as heavy as those of real forks, and a check of the
 * means beside it. Pure functions; the same numbers give the same answer, in whatever order rows and forks come.
 */
public final class Verdicts {
    /** The change that counts where nobody says otherwise: 3%. */
    public static final double THRESHOLD = 0.03;

    /** Chance that a row that did not change is called slower, on average over the rows of real suites, at 3%. */
    public static final double FALSE_RED = 0.001;

    /** Chance that any row that did not change is called slower for {@link Changes#certain()}. */
    public static final double ANY_FALSE_RED = 0.05;

    private Verdicts() {}

    /**
     * One row, measured twice.
     *
     * @param base costs before
     * @param head costs after, in the same unit
     * @param threshold the smallest relative change that counts, 0.03 for 3%; 0 or more
     */
    public record Pair(Sample base, Sample head, double threshold) {
        /** Checks the threshold. */
        public Pair {
            if (!(threshold >= 0 && threshold < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a threshold must be zero or more, not " + threshold);
            }
        }

        boolean comparable() {
            return base.forkCount() > 1 && head.forkCount() > 1;
        }
    }

    /**
     * The verdicts on all rows.
     *
     * @param rows in the order of the pairs
     * @param anyFalseRed the chance that at least one row is called slower although no row changed
     * @param certain for each row, whether it is slower or faster beyond what chance makes of so many rows: the chance
     *     that any unchanged row is both slower and certain is {@code anyFalseCertain}
     * @param anyFalseCertain at most {@link #ANY_FALSE_RED}
     */
    public record Changes(List<Change> rows, double anyFalseRed, List<Boolean> certain, double anyFalseCertain) {
        /** Copies what can change. */
        public Changes {
            rows = List.copyOf(rows);
            certain = List.copyOf(certain);
        }
    }

    /**
     * Compares the rows of two runs. Rows lend each other their variance, never their change: if all rows become slower
     * by the same factor, all of them are found.
     */
    public static Changes of(List<Pair> pairs) {
        List<Pair> comparable = pairs.stream().filter(Pair::comparable).toList();
        SpreadPrior typical = prior(comparable, false);
        SpreadPrior mean = prior(comparable, true);
        int tests = comparable.size();
        double level = tests == 0 ? 0 : Math.min(FALSE_RED, 1 - Math.pow(1 - ANY_FALSE_RED, 1.0 / tests));
        List<Change> rows = new ArrayList<>();
        List<Boolean> certain = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.comparable()) {
                RowVerdict row = RowVerdict.of(pair, typical, mean);
                rows.add(row.change());
                certain.add(row.certain(level / FALSE_RED));
            } else {
                rows.add(RowVerdict.single(pair));
                certain.add(false);
            }
        }
        return new Changes(rows, any(FALSE_RED, tests), certain, any(level, tests));
    }

    private static SpreadPrior prior(List<Pair> pairs, boolean mean) {
        return SpreadPrior.fit(pairs.stream().map(pair -> effect(pair, mean)).toList());
    }

    static Effect effect(Pair pair, boolean mean) {
        ForkCost cost = mean ? ForkCost.MEAN : ForkCost.typical(pair.base(), pair.head());
        return Effect.of(cost, pair.base(), pair.head());
    }

    private static double any(double level, int tests) {
        return -Math.expm1(tests * Math.log1p(-level));
    }
}
