package io.assay.harness.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the scripts of the page are given. Tables are cells of text, plots are numbers that are finite or {@code null}. */
final class PageData {
    private PageData() {}

    static Map<String, @Nullable Object> of(String title, List<ReportedRun> runs) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("title", title);
        all.put("failed", runs.stream().anyMatch(ReportedRun::failed));
        PageRows rows = new PageRows(runs);
        List<Object> list = new ArrayList<>();
        for (ReportedRun run : runs) {
            list.add(run(run, rows));
        }
        all.put("runs", list);
        return all;
    }

    private static Map<String, @Nullable Object> run(ReportedRun run, PageRows rows) {
        RunView view = run.view();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", view.folder());
        map.put("failures", view.failures());
        map.put("unusable", view.unusable());
        map.put("warnings", view.runWarnings());
        map.put("untold", view.untold());
        map.put("configuration", view.configuration());
        map.put("labels", view.labels());
        map.put("environment", table(EnvironmentTable.of(view.environment())));
        map.put(
                "winners",
                Winners.of(view)
                        .map(Table::withoutEmptyColumns)
                        .map(PageData::table)
                        .orElse(null));
        map.put("parts", new RunTables(view).parts().stream().map(rows::part).toList());
        map.put("scaling", PageScaling.of(view.scaling()));
        map.put("comparison", run.comparison().map(PageComparison::of).orElse(null));
        map.put("graphs", run.graphs().list());
        map.put("matrix", run.matrix().map(PageMatrix::of).orElse(null));
        return map;
    }

    /** A page on a matrix alone. */
    static Map<String, @Nullable Object> of(String title, MatrixView view) {
        return new LinkedHashMap<>(Map.of("title", title, "runs", List.of(Map.of("matrix", PageMatrix.of(view)))));
    }

    static Map<String, Object> table(Table table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", table.title());
        map.put("caption", table.caption());
        map.put("header", table.header());
        map.put("rows", table.rows());
        map.put("notes", table.notes());
        return map;
    }

    /** Six digits are more than any plot shows. */
    static @Nullable Double number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return value == 0
                ? 0
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(6))
                        .doubleValue();
    }
}
