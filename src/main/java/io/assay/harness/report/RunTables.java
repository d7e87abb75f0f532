package io.assay.harness.report;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.run.RunAnalysis;
import io.assay.harness.stats.Estimate;
import io.assay.harness.stats.Ratio;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One table a workload: implementations sorted by cost, each with its ratio to the fastest peer. */
final class RunTables {
    private final RunView view;

    RunTables(RunView view) {
        this.view = view;
    }

    /**
     * A table with the rows that it was made of.
     *
     * @param family of all its rows
     * @param table whose first rows are these; behind them stand cells that have no figures
     * @param rows in the order of the table
     */
    record Part(String family, Table table, List<RunAnalysis.Judged> rows) {}

    /** The tables, last the complexity classes. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>(parts().stream().map(Part::table).toList());
        ScalingTable.of(view.scaling()).ifPresent(tables::add);
        return tables;
    }

    /** One for each workload, after them those for the rows that have no implementation to be compared with. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Map<Heading, List<RunAnalysis.Judged>> single = new LinkedHashMap<>();
        view.analysis().groups().forEach((key, group) -> {
            if (group.stream().allMatch(judged -> judged.row().implementation().isEmpty())) {
                single.computeIfAbsent(new Heading(key.family(), caption(group)), f -> new ArrayList<>())
                        .addAll(group);
            } else {
                parts.add(new Part(key.family(), compared(key, group), group));
            }
        });
        single.forEach((heading, rows) -> parts.add(new Part(heading.family(), listed(heading, rows), rows)));
        return parts;
    }

    /** Rows stand in one list only if one caption is true of all of them. */
    private record Heading(String family, String caption) {}

    private Table compared(RowKey key, List<RunAnalysis.Judged> group) {
        String unit = group.get(0).row().primary().unit();
        CounterColumns counters =
                new CounterColumns(group.stream().map(RunAnalysis.Judged::row).toList());
        List<String> headers = new ArrayList<>(List.of(
                "implementation", unit, "95% interval", "x fastest peer", "B/op", "CPU ns/op", "live MiB", "peak MiB"));
        headers.addAll(counters.headers());
        List<List<String>> rows = new ArrayList<>();
        for (RunAnalysis.Judged judged : group) {
            List<String> row = new ArrayList<>();
            row.add(marked(judged.row().implementation().orElse("-"), judged));
            figures(judged, row);
            row.add(3, ratio(judged));
            row.addAll(counters.figures(judged.row()));
            rows.add(row);
        }
        for (CellsFile.CellState cell : view.cells().cells()) {
            if (cell.key().without(RowKey.IMPLEMENTATION).equals(key)
                    && cell.state() != CellsFile.State.OK
                    && group.stream().noneMatch(judged -> judged.row().key().equals(cell.key()))) {
                rows.add(absent(cell, headers.size()));
            }
        }
        String title = key.family() + " " + key;
        return new Table(title, caption(group), headers, rows, notes(group));
    }

    private Table listed(Heading heading, List<RunAnalysis.Judged> group) {
        List<List<String>> rows = new ArrayList<>();
        for (RunAnalysis.Judged judged : group) {
            List<String> row = new ArrayList<>();
            row.add(marked(judged.row().key().toString(), judged));
            figures(judged, row);
            row.set(1, row.get(1) + " " + judged.row().primary().unit());
            rows.add(row);
        }
        return new Table(
                heading.family(),
                heading.caption(),
                List.of("benchmark", "score", "95% interval", "B/op", "CPU ns/op", "live MiB", "peak MiB"),
                rows,
                notes(group));
    }

    private static String marked(String name, RunAnalysis.Judged judged) {
        return judged.failed() ? name + " (failed)" : name;
    }

    private static void figures(RunAnalysis.Judged judged, List<String> row) {
        Row measured = judged.row();
        row.add(judged.estimate().map(Estimate::value).map(Figures::of).orElse("unusable"));
        row.add(judged.estimate().map(e -> Figures.interval(e.low(), e.high())).orElse("~"));
        row.add(measured.secondaryScore("gc.alloc.rate.norm")
                .map(Figures::bytesPerOperation)
                .orElse("-"));
        row.add(measured.secondaryScore("cpu.time").map(Figures::of).orElse("-"));
        row.add(measured.secondaryScore("mem.live").map(Figures::mebibytes).orElse("-"));
        row.add(measured.secondaryScore("mem.peak").map(Figures::mebibytes).orElse("-"));
    }

    private static String ratio(RunAnalysis.Judged judged) {
        if (judged.fastestPeer()) {
            return "1 (fastest peer)";
        }
        return judged.ratio().map(RunTables::text).orElse("-");
    }

    private static String text(Ratio ratio) {
        return Figures.of(ratio.value()) + " " + Figures.interval(ratio.low(), ratio.high());
    }

    private static List<String> absent(CellsFile.CellState cell, int columns) {
        List<String> row = new ArrayList<>();
        row.add(cell.key()
                .params()
                .getOrDefault(RowKey.IMPLEMENTATION, cell.key().toString()));
        row.add(cell.state().text());
        while (row.size() < columns) {
            row.add("-");
        }
        return row;
    }

    private String caption(List<RunAnalysis.Judged> group) {
        Row row = group.get(0).row();
        IntSummaryStatistics forks = group.stream()
                .mapToInt(judged -> judged.row().primary().raw().length)
                .summaryStatistics();
        int heap = view.cells().cells().stream()
                .filter(cell -> cell.key().equals(row.key()))
                .mapToInt(CellsFile.CellState::heapMebibytes)
                .findFirst()
                .orElse(0);
        int threads = RunAnalysis.threads(row);
        return row.key().mode() + ", "
                + (Units.isThroughput(row.primary().unit()) ? "more is better" : "less is better")
                + ", " + threads + (threads == 1 ? " thread" : " threads")
                + (heap > 0 ? ", heap " + heap + " MiB, " : ", ")
                + (forks.getMin() == forks.getMax() ? "" : forks.getMin() + " to ") + forks.getMax()
                + (forks.getMax() == 1 ? " fork" : " forks") + ", JDK " + row.jdk();
    }

    /** Warnings of the group's rows, and why rows are missing. */
    private List<String> notes(List<RunAnalysis.Judged> group) {
        List<String> notes = new ArrayList<>();
        for (CellsFile.RowWarning warning : view.cells().warnings()) {
            for (RunAnalysis.Judged judged : group) {
                if (warning.row().filter(judged.row().key()::equals).isPresent()) {
                    notes.add(judged.row()
                                    .implementation()
                                    .orElse(judged.row().key().toString()) + ": " + warning.severity() + ", "
                            + warning.message());
                }
            }
        }
        Set<RowKey> keys = group.stream()
                .map(judged -> judged.row().key().without(RowKey.IMPLEMENTATION))
                .collect(Collectors.toSet());
        for (CellsFile.CellState cell : view.cells().cells()) {
            if (cell.reason().isPresent() && keys.contains(cell.key().without(RowKey.IMPLEMENTATION))) {
                notes.add(cell.key()
                                .params()
                                .getOrDefault(RowKey.IMPLEMENTATION, cell.key().toString()) + ": "
                        + cell.state().text() + ", " + cell.reason().get());
            }
        }
        return notes;
    }
}
