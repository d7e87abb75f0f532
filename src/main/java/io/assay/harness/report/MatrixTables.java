package io.assay.harness.report;

import io.assay.harness.matrix.Cell;
import io.assay.harness.matrix.Figure;
import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.MatrixColumnHead;
import io.assay.harness.matrix.MatrixTable;
import io.assay.harness.matrix.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A matrix as tables: time and peak memory first, as one reads them, then every measure by itself. */
final class MatrixTables {
    private static final String BEST = " *";

    private final MatrixTable matrix;

    MatrixTables(MatrixTable matrix) {
        this.matrix = matrix;
    }

    /**
     * A table with what its figures are.
     *
     * @param measure the first of them where a cell holds two
     * @param table the table
     */
    record Part(Measure measure, Table table) {}

    List<Table> tables() {
        return parts().stream().map(Part::table).toList();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                Measure.TIME,
                table(
                        "time an operation, peak memory",
                        heaps()
                                + "; ± is half of the 95% interval; * is the best of its column, and what cannot be told from it",
                        MatrixTables::timeAndPeak,
                        true,
                        absent())));
        for (Measure measure : Measure.values()) {
            boolean any = matrix.cells().stream()
                    .flatMap(List::stream)
                    .anyMatch(cell -> cell.figure(measure).isPresent());
            if (any && measure != Measure.TIME) {
                parts.add(new Part(
                        measure,
                        table(
                                measure.title(),
                                measure.unit()
                                        + (measure == Measure.CPU_TIME ? " an operation, of the whole process" : ""),
                                cell -> cell.figure(measure).map(figure -> text(measure, figure)),
                                false,
                                List.of())));
            }
        }
        return parts;
    }

    private String heaps() {
        List<String> heaps = new ArrayList<>();
        for (MatrixColumnHead column : matrix.columns()) {
            heaps.add(column.name() + " "
                    + (column.heapMebibytes() == 0 ? "of several sizes" : column.heapMebibytes() + " MiB"));
        }
        return HeapCurve.isOf(matrix.rows())
                ? "heap of a cell: as its row says"
                : "heap of every cell: " + String.join(", ", heaps);
    }

    private Table table(
            String title, String caption, Function<Cell, Optional<String>> text, boolean units, List<String> notes) {
        List<String> header = new ArrayList<>();
        header.add("profile");
        for (MatrixColumnHead column : matrix.columns()) {
            header.add(column.name() + (units ? " [" + column.unit() + ", MiB]" : ""));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows().size(); row++) {
            List<String> line = new ArrayList<>();
            line.add(matrix.rows().get(row).name());
            for (Cell cell : matrix.cells().get(row)) {
                line.add(cell.state() == Cell.State.OK ? text.apply(cell).orElse("-") : state(cell));
            }
            rows.add(line);
        }
        return new Table(title, caption, header, rows, notes);
    }

    private static String state(Cell cell) {
        return cell.state() == Cell.State.NOT_HERE && cell.reason().startsWith("not on this ")
                ? cell.reason().startsWith("not on this JDK") ? "not on this JDK" : "not on this machine"
                : cell.state().text();
    }

    private static Optional<String> timeAndPeak(Cell cell) {
        Optional<String> peak = cell.figure(Measure.PEAK_MEMORY).map(figure -> text(Measure.PEAK_MEMORY, figure));
        return cell.figure(Measure.TIME)
                .map(time -> text(Measure.TIME, time) + peak.map(p -> ", " + p).orElse(""));
    }

    private static String text(Measure measure, Figure figure) {
        String mark = figure.best() ? BEST : "";
        return switch (measure) {
            case TIME, CPU_TIME -> Figures.of(figure.value()) + reach(figure) + mark;
            case PEAK_MEMORY, LIVE_MEMORY -> Figures.of(figure.value()) + mark;
            case ALLOCATION -> Figures.bytesPerOperation(figure.value()) + mark;
            case COLLECTOR_TIME -> String.format(Locale.ROOT, "%.1f", figure.value()) + mark;
        };
    }

    private static String reach(Figure figure) {
        return figure.hasInterval()
                ? String.format(Locale.ROOT, " ±%.1f%%", 100 * (Math.sqrt(figure.high() / figure.low()) - 1))
                : " ±?";
    }

    /** Why cells have no figure, each reason once. */
    private List<String> absent() {
        Map<String, Map<String, List<String>>> byReason = new LinkedHashMap<>();
        for (int row = 0; row < matrix.rows().size(); row++) {
            for (int column = 0; column < matrix.columns().size(); column++) {
                Cell cell = matrix.cell(row, column);
                if (cell.state() != Cell.State.OK) {
                    byReason.computeIfAbsent(reason(cell), r -> new LinkedHashMap<>())
                            .computeIfAbsent(matrix.rows().get(row).name(), r -> new ArrayList<>())
                            .add(matrix.columns().get(column).name());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, rows) -> lines.add(reason + ": "
                + rows.entrySet().stream()
                        .map(row -> row.getValue().size() == matrix.columns().size()
                                ? row.getKey()
                                : row.getKey() + " (" + String.join(", ", row.getValue()) + ")")
                        .collect(Collectors.joining(", "))));
        return lines;
    }

    private static String reason(Cell cell) {
        String state = cell.state().text();
        return cell.reason().startsWith(state) ? cell.reason() : state + ", " + cell.reason();
    }
}
