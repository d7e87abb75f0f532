package io.assay.harness.report;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparison;
import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verdicts of a comparison for the page: tables, and the ratios that are drawn beside them. */
final class PageComparison {
    private PageComparison() {}

    static Map<String, @Nullable Object> of(Comparison comparison) {
        ComparisonRows rows = new ComparisonRows(comparison);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("base", comparison.base());
        map.put("head", comparison.head());
        map.put("failed", comparison.failed());
        List<Object> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            counts.add(List.of(verdict.text(), comparison.count(verdict)));
        }
        map.put("counts", counts);
        map.put("notices", comparison.notices());
        map.put("warnings", comparison.warnings());
        map.put("gate", comparison.gate());
        List<String> promises = new ArrayList<>(rows.control());
        promises.add(rows.promise());
        map.put("promises", promises);
        map.put(
                "sections",
                rows.sections().stream().map(section -> section(section, rows)).toList());
        map.put("rowWarnings", rows.warnings());
        map.put("unmatched", rows.unmatched());
        return map;
    }

    private static Map<String, @Nullable Object> section(ComparisonRows.Section section, ComparisonRows rows) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("changed", section.changed());
        map.put("table", PageData.table(rows.table(section)));
        map.put(
                "ratios",
                rows.listed(section).stream().map(row -> ratio(row, rows)).toList());
        return map;
    }

    private static Map<String, @Nullable Object> ratio(ComparedRow row, ComparisonRows rows) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", rows.label(row));
        map.put("verdict", row.verdict().text());
        map.put("value", PageData.number(row.change().ratio().value()));
        map.put("low", PageData.number(row.change().ratio().low()));
        map.put("high", PageData.number(row.change().ratio().high()));
        return map;
    }
}
