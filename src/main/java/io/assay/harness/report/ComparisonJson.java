package io.assay.harness.report;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Unmatched;
import io.assay.harness.result.RowKey;
import io.assay.harness.scaling.ScalingChange;
import io.assay.harness.stats.CommonShift;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A comparison for programs. Numbers that are not known, or not finite, are {@code null}. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** {@code {"rows":[...],"warnings":[...],"unmatched":[...],...}}. */
    public static String of(Comparison comparison) {
        return text(map(comparison));
    }

    /** The same with {@code "scaling"}: the series whose complexity class or exponent changed. */
    public static String of(Comparison comparison, List<ScalingChange> changes) {
        Map<String, @Nullable Object> all = map(comparison);
        all.put("scaling", ScalingJson.changes(changes));
        return text(all);
    }

    private static String text(Map<String, @Nullable Object> all) {
        return JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(all);
    }

    static Map<String, @Nullable Object> map(Comparison comparison) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("base", comparison.base());
        all.put("head", comparison.head());
        all.put("failed", comparison.failed());
        Map<String, Object> summary = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            summary.put(verdict.text(), comparison.count(verdict));
        }
        all.put("summary", summary);
        all.put("anyFalseRed", finite(comparison.anyFalseRed()));
        all.put("anyFalseFail", finite(comparison.anyFalseFail()));
        all.put(
                "controlShift",
                comparison
                        .shift()
                        .map(shift -> shift(shift, comparison.shiftRemoved()))
                        .orElse(null));
        all.put("rows", comparison.rows().stream().map(ComparisonJson::row).toList());
        all.put(
                "unmatched",
                comparison.unmatched().stream().map(ComparisonJson::unmatched).toList());
        List<String> warnings = new ArrayList<>(comparison.notices());
        warnings.addAll(comparison.warnings());
        all.put("warnings", warnings);
        all.put("gate", comparison.gate());
        return all;
    }

    private static Map<String, @Nullable Object> row(ComparedRow row) {
        Ratio ratio = row.change().ratio();
        Map<String, @Nullable Object> map = key(row.key());
        map.put("metric", row.metric());
        map.put("unit", row.unit());
        map.put("base", finite(row.base()));
        map.put("head", finite(row.head()));
        map.put("ratio", finite(ratio.value()));
        map.put("low", finite(ratio.low()));
        map.put("high", finite(ratio.high()));
        map.put("level", finite(ratio.level()));
        map.put("verdict", row.verdict().text());
        map.put("threshold", row.threshold());
        map.put("role", row.role().text());
        map.put("forks", row.forks());
        map.put("baseForks", row.baseForks());
        map.put("headForks", row.headForks());
        map.put("smallestVisible", finite(row.change().smallestVisible()));
        int needed = row.change().forksForFivePercent();
        map.put("forksForFivePercent", needed < 0 ? null : needed);
        map.put("method", ratio.method());
        map.put("warnings", row.warnings());
        return map;
    }

    private static Map<String, @Nullable Object> key(RowKey key) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("benchmark", key.benchmark());
        map.put("params", key.params());
        map.put("mode", key.mode());
        return map;
    }

    private static Map<String, @Nullable Object> unmatched(Unmatched unmatched) {
        Map<String, @Nullable Object> map = key(unmatched.key());
        map.put("side", unmatched.side());
        map.put("reason", unmatched.reason());
        return map;
    }

    private static Map<String, Object> shift(CommonShift shift, boolean removed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", shift.value());
        map.put("low", shift.low());
        map.put("high", shift.high());
        map.put("rows", shift.rows());
        map.put("removed", removed);
        return map;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
