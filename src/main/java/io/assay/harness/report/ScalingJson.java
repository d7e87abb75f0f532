package io.assay.harness.report;

import io.assay.harness.scaling.Curve;
import io.assay.harness.scaling.Exponent;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.ScalingChange;
import io.assay.harness.scaling.ScalingVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** Complexity classes for programs. */
public final class ScalingJson {
    private ScalingJson() {}

    /** {@code {"series":[...],"failed":false}}. */
    public static String of(List<ScaledSeries> all) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("series", list(all));
        map.put("failed", all.stream().anyMatch(ScaledSeries::broken));
        return JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(map);
    }

    static List<Map<String, @Nullable Object>> list(List<ScaledSeries> all) {
        return all.stream().map(ScalingJson::map).toList();
    }

    private static Map<String, @Nullable Object> map(ScaledSeries scaled) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", scaled.series().name());
        map.put("metric", scaled.series().metric());
        if (!scaled.series().mode().isEmpty()) {
            map.put("mode", scaled.series().mode());
        }
        map.put("unit", scaled.series().unit());
        map.put("param", scaled.series().param());
        map.put("class", scaled.label());
        map.put(
                "candidates",
                scaled.verdict().stream()
                        .flatMap(v -> v.candidates().stream())
                        .map(ScalingJson::candidate)
                        .toList());
        map.put(
                "exponent",
                scaled.verdict().map(v -> finite(v.exponent().value())).orElse(null));
        map.put("low", scaled.verdict().map(v -> finite(v.exponent().low())).orElse(null));
        map.put("high", scaled.verdict().map(v -> finite(v.exponent().high())).orElse(null));
        scaled.verdict().ifPresent(v -> v.crossover().ifPresent(n -> map.put("crossover", n)));
        map.put("points", scaled.series().sizes());
        map.put("data", scaled.series().curve().map(ScalingJson::data).orElse(List.of()));
        scaled.expected().ifPresent(max -> {
            map.put("expected", max.label());
            map.put("expectation", scaled.outcome().name().toLowerCase(Locale.ROOT));
        });
        map.put("warnings", scaled.warnings());
        return map;
    }

    private static Map<String, Object> candidate(ScalingVerdict.Candidate candidate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("class", candidate.growth().label());
        map.put("weight", Math.round(candidate.weight() * 1e4) / 1e4);
        return map;
    }

    private static List<Map<String, Object>> data(Curve curve) {
        List<Map<String, Object>> data = new ArrayList<>();
        double[] centres = curve.centres();
        for (int i = 0; i < curve.size(); i++) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("n", curve.n()[i]);
            point.put("value", centres[i]);
            data.add(point);
        }
        return data;
    }

    /** The changes of class or exponent between two results. */
    static List<Map<String, Object>> changes(List<ScalingChange> changes) {
        return changes.stream()
                .map(change -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("name", change.head().series().name());
                    map.put("metric", change.head().series().metric());
                    map.put("changed", change.kind().name().toLowerCase(Locale.ROOT));
                    map.put("base", side(change.base(), change.before()));
                    map.put("head", side(change.head(), change.after()));
                    return map;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> side(ScaledSeries scaled, Exponent exponent) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("class", scaled.label());
        map.put("exponent", finite(exponent.value()));
        return map;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
