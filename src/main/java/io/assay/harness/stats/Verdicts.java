package io.assay.harness.stats;

import java.util.ArrayList;
import java.util.List;

/** Verdicts on many rows at once. Pure functions; the same numbers give the same answer. */
public final class Verdicts {
    /** The change that counts where nobody says otherwise: 3%. */
    public static final double THRESHOLD = 0.03;

    private Verdicts() {}

    /**
     * One row, measured twice.
     *
     * @param base costs before
     * @param head costs after, in the same unit
     * @param threshold the smallest relative change that counts, 0.03 for 3%
     */
    public record Pair(Sample base, Sample head, double threshold) {}

    /**
     * The verdicts on all rows.
     *
     * @param rows in the order of the pairs
     * @param anyFalseRed the chance that at least one row is called slower although no row changed
     */
    public record Changes(List<Change> rows, double anyFalseRed) {
        /** Copies what can change. */
        public Changes {
            rows = List.copyOf(rows);
        }
    }

    /** Compares the rows of two runs. */
    public static Changes of(List<Pair> pairs) {
        List<Sample> all = new ArrayList<>();
        pairs.forEach(pair -> {
            all.add(pair.base());
            all.add(pair.head());
        });
        VarianceModel model = VarianceModel.fit(all);
        double level = 0.999;
        List<Change> changes =
                pairs.stream().map(pair -> change(pair, model, level)).toList();
        return new Changes(changes, 1 - Math.pow(level, pairs.size()));
    }

    private static Change change(Pair pair, VarianceModel model, double level) {
        Ratio ratio = Ratios.of(pair.head(), pair.base(), model, level);
        return new Change(ratio, verdict(ratio, pair.threshold()), Double.NaN, -1, List.of());
    }

    private static Verdict verdict(Ratio ratio, double threshold) {
        if (ratio.low() > 1 && ratio.value() >= 1 + threshold) {
            return Verdict.SLOWER;
        }
        if (ratio.high() < 1 && ratio.value() <= 1 / (1 + threshold)) {
            return Verdict.FASTER;
        }
        return ratio.low() > 1 / (1 + threshold) && ratio.high() < 1 + threshold ? Verdict.SAME : Verdict.CANNOT_TELL;
    }
}
