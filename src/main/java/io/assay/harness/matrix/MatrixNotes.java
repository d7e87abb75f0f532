package io.assay.harness.matrix;

import io.assay.harness.result.Row;
import io.assay.harness.run.RunAnalysis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a reader must know of a table before believing it. */
final class MatrixNotes {
    private MatrixNotes() {}

    static List<String> of(MatrixTable table, Collection<Row> measured, double cores) {
        List<String> notes = new ArrayList<>();
        for (MatrixColumnHead column : table.columns()) {
            if (column.heapMebibytes() == 0 && !HeapCurve.isOf(table.rows())) {
                notes.add(column.name() + ": the heaps of its cells differ, so their times are no fair comparison");
            }
        }
        wide(table).ifPresent(notes::add);
        inForce(table).ifPresent(notes::add);
        Set<String> crowded = new LinkedHashSet<>();
        for (Row row : measured) {
            if (RunAnalysis.threads(row) > cores) {
                crowded.add(MatrixRows.workload(row.key()) + " (" + RunAnalysis.threads(row) + " threads)");
            }
        }
        if (!crowded.isEmpty()) {
            notes.add("oversubscribed, more threads than the "
                    + (cores == Math.rint(cores) ? Long.toString((long) cores) : Double.toString(cores))
                    + " cores of that machine: " + String.join(", ", crowded));
        }
        return notes;
    }

    private static Optional<String> wide(MatrixTable table) {
        List<String> wide = new ArrayList<>();
        int cells = 0;
        int count = 0;
        for (int column = 0; column < table.columns().size(); column++) {
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < table.rows().size(); row++) {
                Optional<Figure> time = table.cell(row, column).figure(Measure.TIME);
                cells += time.isPresent() ? 1 : 0;
                // Unknown is wide too.
                if (time.isPresent() && !(time.get().width() <= MatrixOfRun.WIDTH)) {
                    rows.add(table.rows().get(row).name() + " " + width(time.get()));
                }
            }
            count += rows.size();
            if (!rows.isEmpty()) {
                wide.add(table.columns().get(column).name() + " under " + String.join(", ", rows));
            }
        }
        if (cells == 0) {
            return Optional.empty();
        }
        return Optional.of(
                wide.isEmpty()
                        ? "every interval is at most 2% wide from end to end"
                        : count + " of " + cells + " intervals are wider than 2% from end to end: "
                                + String.join("; ", wide));
    }

    private static String width(Figure time) {
        return time.hasInterval() ? String.format(Locale.ROOT, "%.1f%%", 100 * time.width()) : "unknown";
    }

    /** Forks in which something else was in force have failed; here it is said how many were asked. */
    private static Optional<String> inForce(MatrixTable table) {
        long asked = table.cells().stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.inForce().isEmpty())
                .count();
        long measured = table.cells().stream()
                .flatMap(List::stream)
                .filter(cell -> cell.state() == Cell.State.OK)
                .count();
        return asked > 0 && asked == measured
                ? Optional.of("collector, heap, containers, checks and flags were read back inside every fork and are "
                        + "the ones asked for")
                : Optional.empty();
    }
}
