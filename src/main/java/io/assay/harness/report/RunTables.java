package io.assay.harness.report;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.run.RunAnalysis;
import io.assay.harness.stats.Estimate;
import io.assay.harness.stats.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One table a workload: implementations sorted by cost, each with its ratio to the fastest peer. */
final class RunTables {
    private final RunView view;

    RunTables(RunView view) {
        this.view = view;
    }

    /** The tables, and after them one for the rows that have no implementation to be compared with. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        Map<String, List<RunAnalysis.Judged>> single = new LinkedHashMap<>();
        view.analysis().groups().forEach((key, group) -> {
            if (group.stream().allMatch(judged -> judged.row().implementation().isEmpty())) {
                single.computeIfAbsent(key.family(), f -> new ArrayList<>()).addAll(group);
            } else {
                tables.add(compared(key, group));
            }
        });
        single.forEach((family, rows) -> tables.add(listed(family, rows)));
        return tables;
    }

    private Table compared(RowKey key, List<RunAnalysis.Judged> group) {
        Row first = group.get(0).row();
        String unit = first.primary().unit();
        List<List<String>> rows = new ArrayList<>();
        for (RunAnalysis.Judged judged : group) {
            List<String> row = new ArrayList<>();
            row.add(judged.row().implementation().orElse("-"));
            figures(judged, row);
            row.add(2 + 1, ratio(judged));
            rows.add(row);
        }
        for (CellsFile.CellState cell : view.cells().cells()) {
            if (cell.key().without(RowKey.IMPLEMENTATION).equals(key)
                    && cell.state() != CellsFile.State.OK
                    && group.stream().noneMatch(judged -> judged.row().key().equals(cell.key()))) {
                rows.add(absent(cell, 8));
            }
        }
        String title = key.family() + " " + key;
        return new Table(
                title,
                caption(first),
                List.of(
                        "implementation",
                        unit,
                        "95% interval",
                        "x fastest peer",
                        "B/op",
                        "CPU ns/op",
                        "live MiB",
                        "peak MiB"),
                rows,
                notes(group));
    }

    private Table listed(String family, List<RunAnalysis.Judged> group) {
        List<List<String>> rows = new ArrayList<>();
        for (RunAnalysis.Judged judged : group) {
            List<String> row = new ArrayList<>();
            row.add(judged.row().key().toString());
            figures(judged, row);
            row.set(1, row.get(1) + " " + judged.row().primary().unit());
            rows.add(row);
        }
        return new Table(
                family,
                caption(group.get(0).row()),
                List.of("benchmark", "score", "95% interval", "B/op", "CPU ns/op", "live MiB", "peak MiB"),
                rows,
                notes(group));
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

    private String caption(Row row) {
        int heap = view.cells().cells().stream()
                .filter(cell -> cell.key().equals(row.key()))
                .mapToInt(CellsFile.CellState::heapMebibytes)
                .findFirst()
                .orElse(0);
        return row.key().mode() + ", "
                + (Units.isThroughput(row.primary().unit()) ? "more is better" : "less is better")
                + ", " + row.threads() + (row.threads() == 1 ? " thread" : " threads")
                + ", heap " + heap + " MiB, " + row.primary().raw().length + " forks, JDK " + row.jdk();
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
        RowKey key = group.get(0).row().key().without(RowKey.IMPLEMENTATION);
        for (CellsFile.CellState cell : view.cells().cells()) {
            if (cell.reason().isPresent()
                    && cell.key().without(RowKey.IMPLEMENTATION).equals(key)) {
                notes.add(cell.key()
                                .params()
                                .getOrDefault(RowKey.IMPLEMENTATION, cell.key().toString()) + ": "
                        + cell.state().text() + ", " + cell.reason().get());
            }
        }
        return notes;
    }
}
