package io.assay.harness.scaling;

import io.assay.harness.result.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series whose class or exponent is another in the second of two results.
 *
 * @param base before
 * @param head after
 * @param classChanged whether both classes are told and differ; else the exponents differ
 */
public record ScalingChange(ScaledSeries base, ScaledSeries head, boolean classChanged) {
    /** Smaller moves of an exponent are no one's concern. */
    private static final double LEAST_MOVE = 0.1;

    /** Intervals are of 95%; apart by their common reach times this is beyond three deviations. */
    private static final double APART = 1.5;

    /** The changes between two results, in the order of the first; series too short for a class are passed over. */
    public static List<ScalingChange> between(List<Row> base, List<Row> head) {
        Map<String, ScaledSeries> before = series(base);
        Map<String, ScaledSeries> after = series(head);
        List<ScalingChange> changes = new ArrayList<>();
        before.forEach((name, one) -> {
            ScaledSeries other = after.get(name);
            if (other != null) {
                boolean classes = one.verdict().flatMap(ScalingVerdict::growth).isPresent()
                        && other.verdict().flatMap(ScalingVerdict::growth).isPresent()
                        && !one.label().equals(other.label());
                if (classes || exponentMoved(one, other)) {
                    changes.add(new ScalingChange(one, other, classes));
                }
            }
        });
        return changes;
    }

    private static Map<String, ScaledSeries> series(List<Row> rows) {
        Map<String, ScaledSeries> all = new LinkedHashMap<>();
        List<Series> enough = SeriesOfRows.of(rows).stream()
                .filter(s -> s.sizes() >= Curve.FEWEST)
                .toList();
        ScaledSeries.of(new SeriesFile(enough, List.of()))
                .forEach(s -> all.put(
                        s.series().name() + " " + s.series().metric() + " "
                                + s.series().unit(),
                        s));
        return all;
    }

    private static boolean exponentMoved(ScaledSeries one, ScaledSeries other) {
        Exponent a = one.verdict().orElseThrow().exponent();
        Exponent b = other.verdict().orElseThrow().exponent();
        double apart = Math.abs(a.value() - b.value());
        double reach = Math.hypot(a.high() - a.low(), b.high() - b.low()) / 2;
        return apart >= LEAST_MOVE && apart > APART * reach;
    }
}
