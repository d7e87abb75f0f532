package io.assay.harness.report;

import io.assay.harness.matrix.Cell;
import io.assay.harness.matrix.Effect;
import io.assay.harness.matrix.EffectText;
import io.assay.harness.matrix.Figure;
import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.MatrixTable;
import io.assay.harness.matrix.ThreadScaling;
import io.assay.harness.matrix.Untold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A matrix for programs. */
public final class MatrixJson {
    private MatrixJson() {}

    /** {@code {"rows":[...],"columns":[...],"cells":[...],"effects":[...],...}}. */
    public static String of(MatrixView view) {
        MatrixTable table = view.table();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(
                "rows",
                table.rows().stream()
                        .map(row -> ordered(
                                "name", row.name(),
                                "profile", row.profile(),
                                "settings", row.settings()))
                        .toList());
        map.put(
                "columns",
                table.columns().stream()
                        .map(column -> ordered(
                                "name", column.name(),
                                "benchmark", column.key().benchmark(),
                                "params", column.key().params(),
                                "unit", column.unit(),
                                "heapMebibytes", column.heapMebibytes()))
                        .toList());
        List<Object> cells = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                Map<String, Object> cell = new LinkedHashMap<>();
                cell.put("row", table.rows().get(row).name());
                cell.put("column", table.columns().get(column).name());
                cell.putAll(cell(table.cell(row, column)));
                cells.add(cell);
            }
        }
        map.put("cells", cells);
        map.put("effects", table.effects().stream().map(MatrixJson::effect).toList());
        map.put("sentences", EffectText.sentences(table.effects()));
        map.put("cannotBeTold", table.untold().stream().map(Untold::sentence).toList());
        map.put("notes", table.notes());
        map.put("heapCurves", view.curves().stream().map(MatrixJson::curve).toList());
        map.put(
                "threadScaling",
                view.threads().stream().map(MatrixJson::scaling).toList());
        return JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(map);
    }

    private static Map<String, Object> cell(Cell cell) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("state", cell.state().text());
        if (!cell.reason().isEmpty()) {
            map.put("reason", cell.reason());
        }
        map.put("heapMebibytes", cell.heapMebibytes());
        map.put("forks", cell.forks());
        map.put("inForce", cell.inForce());
        cell.figures().forEach((measure, figure) -> map.put(measure.key(), figure(figure)));
        return map;
    }

    private static Map<String, @Nullable Object> figure(Figure figure) {
        Map<String, @Nullable Object> map = interval(figure.value(), figure.low(), figure.high());
        map.put("best", figure.best());
        return map;
    }

    private static Map<String, @Nullable Object> interval(double value, double low, double high) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("value", finite(value));
        map.put("low", finite(low));
        map.put("high", finite(high));
        return map;
    }

    private static Map<String, @Nullable Object> effect(Effect effect) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", effect.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        map.put("factor", effect.setting().factor());
        map.put("level", effect.setting().level());
        map.put("base", effect.base());
        map.put("where", effect.where());
        map.put("ratio", finite(effect.ratio()));
        map.put("low", finite(effect.low()));
        map.put("high", finite(effect.high()));
        map.put("certain", effect.certain());
        map.put("workloads", effect.workloads());
        map.put("method", effect.method().name().toLowerCase(Locale.ROOT));
        return map;
    }

    private static Map<String, Object> curve(HeapCurve curve) {
        List<Object> lines = new ArrayList<>();
        for (HeapCurve.Line line : curve.lines()) {
            List<Object> points = new ArrayList<>();
            for (HeapCurve.Point point : line.points()) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("multiple", point.multiple());
                map.putAll(cell(point.cell()));
                points.add(map);
            }
            lines.add(ordered("profile", line.profile(), "points", points));
        }
        return ordered("workload", curve.workload().name(), "lines", lines);
    }

    private static Map<String, Object> scaling(ThreadScaling scaling) {
        List<Object> lines = new ArrayList<>();
        for (ThreadScaling.Line line : scaling.lines()) {
            List<Object> points = new ArrayList<>();
            for (ThreadScaling.Point point : line.points()) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("threads", point.threads());
                map.put("oversubscribed", point.oversubscribed());
                map.put("efficiency", interval(point.efficiency(), point.low(), point.high()));
                map.putAll(cell(point.cell()));
                points.add(map);
            }
            lines.add(ordered("profile", line.profile(), "points", points));
        }
        return ordered("workload", scaling.workload().toString(), "lines", lines);
    }

    /** Names and values by turns, in this order in every run of the program. */
    private static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
