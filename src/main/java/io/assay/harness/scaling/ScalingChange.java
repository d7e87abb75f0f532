package io.assay.harness.scaling;

import io.assay.harness.result.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series whose class or exponent is another in the second of two results, or cannot be held against the first.
 *
 * @param base before
 * @param head after
 * @param kind what is said of it
 * @param before the exponent before: over the sizes that both have where these are enough, else over its own
 * @param after the same after
 * @param common how many sizes both have
 */
public record ScalingChange(
        ScaledSeries base, ScaledSeries head, Kind kind, Exponent before, Exponent after, int common) {
    /** What is said of a series. */
    public enum Kind {
        /** Both classes are told, and differ. */
        CLASS,
        /** The exponents over the same sizes differ. */
        EXPONENT,
        /** Too few sizes are in both: an exponent is one of its sizes, and was not compared. */
        SIZES
    }

    /** Smaller moves of an exponent are no one's concern. */
    private static final double LEAST_MOVE = 0.1;

    /** Intervals are of 95%; apart by their common reach times this is beyond three deviations. */
    private static final double APART = 1.5;

    /** What a series is, whatever else was measured beside it. */
    private record Key(String benchmark, String mode, Map<String, String> params, String metric, String unit) {}

    /** The changes between two results, in the order of the first; series too short for a class are passed over. */
    public static List<ScalingChange> between(List<Row> base, List<Row> head) {
        Map<Key, ScaledSeries> before = series(base);
        Map<Key, ScaledSeries> after = series(head);
        List<ScalingChange> changes = new ArrayList<>();
        before.forEach((key, one) -> {
            ScaledSeries other = after.get(key);
            if (other != null) {
                add(changes, one, other);
            }
        });
        return changes;
    }

    private static Map<Key, ScaledSeries> series(List<Row> rows) {
        Map<Key, ScaledSeries> all = new LinkedHashMap<>();
        List<Series> enough = SeriesOfRows.of(rows).stream()
                .filter(s -> s.sizes() >= Curve.FEWEST)
                .toList();
        ScaledSeries.of(new SeriesFile(enough, List.of()))
                .forEach(s -> all.put(
                        new Key(
                                s.series().benchmark(),
                                s.series().mode(),
                                s.series().params(),
                                s.series().metric(),
                                s.series().unit()),
                        s));
        return all;
    }

    private static void add(List<ScalingChange> changes, ScaledSeries one, ScaledSeries other) {
        boolean classes = one.verdict().flatMap(ScalingVerdict::growth).isPresent()
                && other.verdict().flatMap(ScalingVerdict::growth).isPresent()
                && !one.label().equals(other.label());
        Curve before = one.series().curve().orElseThrow();
        Curve after = other.series().curve().orElseThrow();
        double[] common = Arrays.stream(before.n()).filter(after::has).toArray();
        boolean enough = common.length >= Curve.FEWEST;
        Exponent a = Exponent.of(Points.of(enough ? before.at(common) : before));
        Exponent b = Exponent.of(Points.of(enough ? after.at(common) : after));
        if (classes) {
            changes.add(new ScalingChange(one, other, Kind.CLASS, a, b, common.length));
        } else if (!enough) {
            changes.add(new ScalingChange(one, other, Kind.SIZES, a, b, common.length));
        } else if (moved(a, b)) {
            changes.add(new ScalingChange(one, other, Kind.EXPONENT, a, b, common.length));
        }
    }

    private static boolean moved(Exponent a, Exponent b) {
        double apart = Math.abs(a.value() - b.value());
        double reach = Math.hypot(a.high() - a.low(), b.high() - b.low()) / 2;
        return apart >= LEAST_MOVE && apart > APART * reach;
    }
}
