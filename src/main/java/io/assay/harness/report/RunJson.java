package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RowKey;
import io.assay.harness.run.RunAnalysis;
import io.assay.harness.stats.Estimate;
import io.assay.harness.stats.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A run for programs: {@code run --json}. Numbers that are not known are {@code null}. */
public final class RunJson {
    private RunJson() {}

    /** {@code {"folder","preset","seed","rows":[...],"cells":[...],"warnings":[...]}}. */
    public static String of(RunView view) {
        return of(view, Optional.empty());
    }

    /** The same with {@code "comparison"}, what {@link ComparisonJson} says, if there is one. */
    public static String of(RunView view, Optional<Comparison> comparison) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("folder", view.folder());
        all.put("preset", String.valueOf(view.cells().run().get("preset")));
        all.put("seed", view.cells().run().getOrDefault("seed", 0));
        List<Object> rows = new ArrayList<>();
        view.analysis().groups().values().forEach(group -> group.forEach(judged -> rows.add(row(judged, view))));
        all.put("rows", rows);
        List<Object> absent = new ArrayList<>();
        for (CellsFile.CellState cell : view.cells().cells()) {
            if (cell.state() != CellsFile.State.OK) {
                Map<String, Object> entry = key(cell.key());
                entry.put("state", cell.state().text());
                entry.put("reason", cell.reason().orElse(""));
                absent.add(entry);
            }
        }
        all.put("cells", absent);
        if (!view.scaling().isEmpty()) {
            all.put("scaling", ScalingJson.list(view.scaling()));
        }
        all.put("warnings", view.runWarnings());
        comparison.ifPresent(verdicts -> all.put("comparison", ComparisonJson.map(verdicts)));
        return JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(all);
    }

    private static Map<String, Object> key(RowKey key) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("benchmark", key.benchmark());
        map.put("params", key.params());
        map.put("mode", key.mode());
        return map;
    }

    private static Map<String, @Nullable Object> row(RunAnalysis.Judged judged, RunView view) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(key(judged.row().key()));
        map.put("unit", judged.row().primary().unit());
        Estimate estimate = judged.estimate().orElse(null);
        map.put("score", estimate == null ? null : estimate.value());
        map.put("low", estimate == null ? null : finite(estimate.low()));
        map.put("high", estimate == null ? null : finite(estimate.high()));
        map.put("level", RunAnalysis.LEVEL);
        map.put("method", estimate == null ? null : estimate.method());
        map.put("forks", judged.row().primary().raw().length);
        Ratio ratio = judged.ratio().orElse(null);
        map.put("ratioToFastestPeer", ratio == null ? null : ratio.value());
        map.put("ratioLow", ratio == null ? null : finite(ratio.low()));
        map.put("ratioHigh", ratio == null ? null : finite(ratio.high()));
        map.put("fastestPeer", judged.fastestPeer());
        Map<String, Object> metrics = new LinkedHashMap<>();
        judged.row().secondary().forEach((name, metric) -> {
            if (Double.isFinite(metric.score())) {
                metrics.put(name, metric.score());
            }
        });
        map.put("metrics", metrics);
        map.put(
                "warnings",
                view.cells().warnings().stream()
                        .filter(w -> w.row().filter(judged.row().key()::equals).isPresent())
                        .map(w -> w.kind() + ": " + w.message())
                        .toList());
        return map;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
