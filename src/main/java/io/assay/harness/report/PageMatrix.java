package io.assay.harness.report;

import io.assay.harness.matrix.Cell;
import io.assay.harness.matrix.Figure;
import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.MatrixTable;
import io.assay.harness.matrix.Measure;
import io.assay.harness.matrix.ThreadScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A matrix for the page: each measure as a heat map, cost against heap and against threads as curves. */
final class PageMatrix {
    private PageMatrix() {}

    static Map<String, @Nullable Object> of(MatrixView view) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<Object> curves = new ArrayList<>();
        view.curves().forEach(curve -> {
            String unit = curve.workload().unit();
            curves.add(curve(curve, Measure.TIME, "time, " + unit, PageData.table(CurveTables.of(curve))));
            // A concurrent collector's work is beside the program: its line is flat in time and rises here.
            curves.add(curve(
                    curve, Measure.CPU_TIME, "CPU time of the process, " + Measure.CPU_TIME.unit() + "/op", null));
        });
        view.threads().forEach(scaling -> curves.add(curve(scaling)));
        map.put("curves", curves);
        map.put(
                "measures",
                new MatrixTables(view.table())
                        .parts().stream().map(part -> heat(part, view.table())).toList());
        map.put("sentences", view.sentences());
        return map;
    }

    private static Map<String, @Nullable Object> heat(MatrixTables.Part part, MatrixTable matrix) {
        List<List<@Nullable Double>> heat = new ArrayList<>();
        List<List<Boolean>> best = new ArrayList<>();
        double[][] columns = new double[matrix.columns().size()][];
        Arrays.setAll(
                columns,
                column -> matrix.cells().stream()
                        .mapToDouble(row -> value(row.get(column), part.measure()))
                        .filter(value -> value > 0)
                        .toArray());
        for (List<Cell> row : matrix.cells()) {
            List<@Nullable Double> warmths = new ArrayList<>();
            List<Boolean> marks = new ArrayList<>();
            for (int column = 0; column < columns.length; column++) {
                Cell cell = row.get(column);
                warmths.add(PageData.number(warmth(value(cell, part.measure()), columns[column])));
                marks.add(cell.figure(part.measure()).filter(Figure::best).isPresent());
            }
            heat.add(warmths);
            best.add(marks);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("table", PageData.table(part.table()));
        map.put("heat", heat);
        map.put("best", best);
        return map;
    }

    /** 0 for the least of a column, 1 for the most, by their logarithms: twice is as warm wherever it begins. */
    private static double warmth(double value, double[] column) {
        double least = Arrays.stream(column).min().orElse(Double.NaN);
        double most = Arrays.stream(column).max().orElse(Double.NaN);
        return most > least ? Math.log(value / least) / Math.log(most / least) : 0;
    }

    private static double value(Cell cell, Measure measure) {
        return cell.state() == Cell.State.OK
                ? cell.figure(measure).map(Figure::value).orElse(Double.NaN)
                : Double.NaN;
    }

    private static Map<String, @Nullable Object> curve(
            HeapCurve curve, Measure measure, String y, @Nullable Object table) {
        List<Object> lines = new ArrayList<>();
        for (HeapCurve.Line line : curve.lines()) {
            lines.add(line(
                    line.profile(), line.points(), HeapCurve.Point::multiple, point -> value(point.cell(), measure)));
        }
        String title = (measure == Measure.TIME ? "cost" : measure.title()) + " against heap: "
                + curve.workload().name();
        return plot(title, table, "heap, multiples of the smallest", y, lines);
    }

    private static Map<String, @Nullable Object> curve(ThreadScaling scaling) {
        List<Object> lines = new ArrayList<>();
        for (ThreadScaling.Line line : scaling.lines()) {
            lines.add(line(
                    line.profile(),
                    line.points(),
                    ThreadScaling.Point::threads,
                    point -> value(point.cell(), Measure.TIME)));
        }
        Table table = CurveTables.of(scaling);
        return plot(table.title(), PageData.table(table), "threads", "time, " + scaling.unit(), lines);
    }

    private static Map<String, @Nullable Object> plot(
            String title, @Nullable Object table, String x, String y, List<Object> lines) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("title", title);
        map.put("table", table);
        map.put("x", x);
        map.put("y", y);
        map.put("lines", lines);
        return map;
    }

    private static <P> Map<String, Object> line(
            String name, List<P> points, ToDoubleFunction<P> x, ToDoubleFunction<P> y) {
        Function<P, List<@Nullable Double>> at = point ->
                Arrays.asList(PageData.number(x.applyAsDouble(point)), PageData.number(y.applyAsDouble(point)));
        return Map.of(
                "name",
                name,
                "points",
                points.stream()
                        .filter(point -> y.applyAsDouble(point) > 0)
                        .map(at)
                        .toList());
    }
}
