package io.assay.harness.compare;

import io.assay.harness.result.Metric;
import io.assay.harness.stats.Change;
import io.assay.harness.stats.TightRule;
import io.assay.harness.stats.Verdicts;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;

/** The verdict on a metric that is a number of bytes. */
final class Weights {
    private Weights() {}

    static ComparedRow judged(Candidate candidate) {
        if (!candidate.base().unit().equals(candidate.head().unit())) {
            return candidate.unusable("UNITS: " + candidate.base().unit() + " and "
                    + candidate.head().unit() + " are not the same");
        }
        double[][] base = forks(candidate.metric(), candidate.base());
        double[][] head = forks(candidate.metric(), candidate.head());
        if (!finite(base) || !finite(head)) {
            return candidate.unusable("NO_FIGURES: a value that is no number of bytes");
        }
        TightRule rule = new TightRule(Metrics.tight(candidate.metric()).absolute(), candidate.threshold());
        Change change = rule.of(base, head, Math.max(candidate.threshold(), Verdicts.THRESHOLD));
        boolean exact = change.ratio().method().equals(TightRule.EXACT);
        return candidate.judged(centre(base, exact), centre(head, exact), change);
    }

    /** A footprint only grows while a fork runs, so a fork's last word is its greatest. */
    private static double[][] forks(String name, Metric metric) {
        double[][] raw = Costs.raw(metric);
        return name.equals(Metrics.ALLOCATION)
                ? raw
                : Arrays.stream(raw)
                        .map(fork -> new double[] {Arrays.stream(fork).max().orElseThrow()})
                        .toArray(double[][]::new);
    }

    private static boolean finite(double[][] forks) {
        return forks.length > 0
                && Arrays.stream(forks)
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(v -> v >= 0 && v < Double.POSITIVE_INFINITY);
    }

    /** The two estimators of {@link TightRule}, so that the scores never contradict their ratio. */
    private static double centre(double[][] forks, boolean exact) {
        double[] medians = Arrays.stream(forks)
                .mapToDouble(Median.withDefaults()::evaluate)
                .toArray();
        return exact
                ? Median.withDefaults().evaluate(medians)
                : Mean.of(medians).getAsDouble();
    }
}
