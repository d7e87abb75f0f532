package io.assay.harness.report;

import io.assay.harness.matrix.Cell;
import io.assay.harness.matrix.Figure;
import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.Measure;
import io.assay.harness.matrix.ThreadScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cost against heap and against threads, a line a profile. */
final class CurveTables {
    private CurveTables() {}

    static Table of(HeapCurve curve) {
        List<String> header = new ArrayList<>(List.of("profile", ""));
        HeapCurve.Line first = curve.lines().get(0);
        first.points().forEach(point -> header.add(point.multiple() + "x, " + heap(curve, point.multiple()) + " MiB"));
        List<List<String>> rows = new ArrayList<>();
        for (HeapCurve.Line line : curve.lines()) {
            rows.add(row(line, "time [" + curve.workload().unit() + "]", Measure.TIME, header.size()));
            rows.add(row(line, "CPU time [ms/op]", Measure.CPU_TIME, header.size()));
            rows.add(row(line, "GC time [%]", Measure.COLLECTOR_TIME, header.size()));
        }
        return new Table(
                "cost against heap: " + curve.workload().name(),
                "heap as a multiple of the smallest that any of the profiles completes with; ± is half of the 95% interval",
                header,
                rows,
                List.of());
    }

    private static int heap(HeapCurve curve, double multiple) {
        return curve.lines().stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> point.multiple() == multiple)
                .mapToInt(point -> point.cell().heapMebibytes())
                .max()
                .orElse(0);
    }

    private static List<String> row(HeapCurve.Line line, String what, Measure measure, int width) {
        List<String> cells = new ArrayList<>(List.of(line.profile(), what));
        line.points().forEach(point -> cells.add(text(point.cell(), measure)));
        while (cells.size() < width) {
            cells.add("-");
        }
        return cells;
    }

    static Table of(ThreadScaling scaling) {
        List<String> header = new ArrayList<>(List.of("profile", ""));
        scaling.lines()
                .get(0)
                .points()
                .forEach(point -> header.add(point.threads()
                        + (point.threads() == 1 ? " thread" : " threads")
                        + (point.oversubscribed() ? ", oversubscribed" : "")));
        List<List<String>> rows = new ArrayList<>();
        for (ThreadScaling.Line line : scaling.lines()) {
            List<String> times = new ArrayList<>(List.of(line.profile(), "time [" + scaling.unit() + "]"));
            List<String> shares = new ArrayList<>(List.of(line.profile(), "efficiency"));
            for (ThreadScaling.Point point : line.points()) {
                times.add(text(point.cell(), Measure.TIME));
                shares.add(
                        Double.isNaN(point.efficiency())
                                ? "-"
                                : String.format(Locale.ROOT, "%.0f%%", 100 * point.efficiency())
                                        + (Double.isNaN(point.low())
                                                ? ""
                                                : String.format(
                                                        Locale.ROOT,
                                                        " [%.0f, %.0f]",
                                                        100 * point.low(),
                                                        100 * point.high())));
            }
            rows.add(times);
            rows.add(shares);
        }
        return new Table(
                "threads: " + scaling.workload(),
                "every thread does the whole of it; efficiency 100% is linear; more threads than cores are oversubscribed "
                        + "and cannot be linear",
                header,
                rows,
                List.of());
    }

    private static String text(Cell cell, Measure measure) {
        if (cell.state() != Cell.State.OK) {
            return cell.state().text();
        }
        Optional<Figure> figure = cell.figure(measure);
        if (measure == Measure.COLLECTOR_TIME) {
            return figure.map(f -> String.format(Locale.ROOT, "%.1f", f.value()))
                    .orElse("-");
        }
        return figure.map(f -> Figures.of(f.value())
                        + (f.hasInterval()
                                ? String.format(Locale.ROOT, " ±%.1f%%", 100 * (Math.sqrt(f.high() / f.low()) - 1))
                                : ""))
                .orElse("-");
    }
}
