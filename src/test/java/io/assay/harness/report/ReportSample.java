package io.assay.harness.report;

import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.JmhFile;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Side;
import io.assay.harness.history.ChangePoint;
import io.assay.harness.history.ForkSummary;
import io.assay.harness.history.Line;
import io.assay.harness.history.Newest;
import io.assay.harness.history.Point;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Series;
import io.assay.harness.history.Trend;
import io.assay.harness.matrix.Cell;
import io.assay.harness.matrix.Effect;
import io.assay.harness.matrix.Figure;
import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.MatrixColumnHead;
import io.assay.harness.matrix.MatrixRow;
import io.assay.harness.matrix.MatrixTable;
import io.assay.harness.matrix.Measure;
import io.assay.harness.matrix.Setting;
import io.assay.harness.matrix.ThreadScaling;
import io.assay.harness.matrix.Untold;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.stats.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs for the page: two hundred rows, curves, names that attack it, verdicts, failures, graphs. */
final class ReportSample {
    static final String NASTY = "</script><img src=http://example.invalid/x onerror=alert(1)>{{data}}";

    private static final List<String> FAMILIES = List.of("router", "http1", "hpack", "future");
    private static final List<String> IMPLEMENTATIONS = List.of("ASSAY", "NETTY", "JETTY", "UNDERTOW", "BOUND_LEAST");
    private static final long SEED = 7;

    private ReportSample() {}

    /** Two hundred rows of a plain JMH result, against nothing. */
    static ReportedRun twoHundredRows(Path folder) throws IOException {
        JmhFile file = new JmhFile(SEED).forks(5);
        rows(file, 1, 10);
        return new ReportedRun(
                RunView.read(file.write(folder.resolve("jmh-result.json"))), Optional.empty(), GraphLinks.NONE);
    }

    private static void rows(JmhFile file, double change, int workloads) {
        for (String family : FAMILIES) {
            for (int workload = 0; workload < workloads; workload++) {
                for (int at = 0; at < IMPLEMENTATIONS.size(); at++) {
                    String name = IMPLEMENTATIONS.get(at);
                    double factor = name.equals("ASSAY") && workload % 4 == 1 ? change : 1;
                    file.time(
                            "io.example." + family + ".FirstBenchmark.operation",
                            (40 + 31 * workload) * (name.startsWith("BOUND") ? 0.4 : 1 + 0.7 * at) * factor,
                            "implementation",
                            name,
                            "workload",
                            "WORKLOAD_" + workload);
                }
            }
        }
    }

    /** Rows with everything that a page can hold, against an older result. */
    static ReportedRun everything(Path folder) throws IOException {
        Path base = result(1).write(folder.resolve("base.json"));
        Path head = result(1.4).write(folder.resolve("head.json"));
        return new ReportedRun(
                RunView.read(head),
                Optional.of(Comparer.of(Side.read(base), Side.read(head), Options.defaults())),
                new GraphLinks(
                        folder,
                        List.of(new GraphLinks.Link(
                                NASTY, folder.resolve("flame").resolve("cpu.html"), List.of("a.B")))),
                Optional.of(matrix()));
    }

    private static JmhFile result(double change) {
        JmhFile file = new JmhFile((long) (SEED * change)).forks(6);
        rows(file, change, 3);
        for (String name : List.of("ASSAY", "GUICE")) {
            for (int n = 16; n <= 65_536; n *= 4) {
                file.time(
                        "io.example.inject.StartBenchmark.start",
                        name.equals("ASSAY") ? 40 * n : 3 * n * (double) n,
                        "implementation",
                        name,
                        "n",
                        "" + n);
            }
        }
        file.row("io.example.queue.RateBenchmark.offer", "thrpt", "ops/us", 12 / change, "implementation", "ASSAY");
        file.row("io.example.queue.RateBenchmark.offer", "thrpt", "ops/us", 3000, "implementation", "OTHER");
        return file.time(
                "io.example.queue.HostileBenchmark.name", 7 * change, "workload", NASTY, "implementation", "<b>");
    }

    /** Forty runs: a spike, a step, another machine. */
    static ReportedHistory history() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double cost = i == 8 ? 150 : i < 20 ? 100 + i % 3 : 120 + i % 3;
            points.add(new Point(
                    new RecordedRun(
                            i, Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(i)), "commit" + i, "", NASTY),
                    List.of(new ForkSummary(cost, cost, cost, 5)),
                    Map.of("machine", i < 30 ? "old" : "new")));
        }
        ChangePoint change =
                new ChangePoint(points.get(19), points.get(20), points.get(21), 1.2, 1.18, 1.22, 0.0001, 19, 10);
        Line old = new Line(
                points.subList(0, 30),
                List.of(new Line.Level(0, 20, 101), new Line.Level(20, 30, 121)),
                List.of(change),
                List.of(points.get(8)));
        Line recent = new Line(points.subList(30, 40), List.of(new Line.Level(0, 10, 121)), List.of(), List.of());
        RowKey row = new RowKey("io.example.router.FirstBenchmark.operation", "avgt", Map.of("workload", NASTY));
        RowKey calm = new RowKey("io.example.router.FirstBenchmark.calm", "avgt", Map.of());
        return new ReportedHistory(
                "jdbc:sqlite:history.db",
                List.of(
                        new Trend(new Series(calm, "score", "ns/op", points), List.of(recent), Optional.empty()),
                        new Trend(
                                new Series(row, "score", "ns/op", points),
                                List.of(old, recent),
                                Optional.of(new Newest(points.get(39), Verdict.SAME, 1.01, 0.99, 1.02, 0.4, 9)))));
    }

    /** Three profiles, two workloads, one cell without memory; cost against heap. */
    static MatrixView matrix() {
        List<MatrixRow> rows = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (String name : List.of("jdk-g1", "jdk-parallel", NASTY)) {
            double factor = 1 + rows.size();
            cells.add(List.of(
                    cell(100 * factor, rows.isEmpty()),
                    rows.size() == 2
                            ? new Cell(Cell.State.OUT_OF_MEMORY, "out of memory", Map.of(), 64, 0, Map.of())
                            : cell(50 / factor, rows.size() == 1)));
            rows.add(new MatrixRow(name, name, "", Map.of(MatrixRow.COLLECTOR, "g1")));
        }
        RowKey events = new RowKey("io.example.loop.EventsBenchmark.events", "avgt", Map.of());
        List<MatrixColumnHead> columns = List.of(
                new MatrixColumnHead("events", events, "ms/op", 64),
                new MatrixColumnHead("start", events, "us/op", 64));
        HeapCurve curve = new HeapCurve(
                columns.get(0),
                List.of(new HeapCurve.Line(
                        "jdk-g1",
                        List.of(new HeapCurve.Point(1.2, cell(400, false)), new HeapCurve.Point(6, cell(100, true))))));
        Setting parallel = new Setting(MatrixRow.COLLECTOR, "parallel");
        return new MatrixView(
                new MatrixTable(
                        rows,
                        columns,
                        cells,
                        List.of(new Effect(
                                Effect.Kind.AVERAGE,
                                parallel,
                                "g1",
                                "",
                                1.12,
                                1.05,
                                1.2,
                                List.of("events", "start"),
                                Effect.Method.PAIRS)),
                        List.of(
                                Untold.what(new Setting(MatrixRow.CHECKS, "on")),
                                Untold.whether(parallel, new Setting(MatrixRow.CHECKS, "on"))),
                        List.of("a note")),
                List.of(curve),
                List.of(new ThreadScaling(
                        events,
                        "ms/op",
                        List.of(new ThreadScaling.Line(
                                "jdk-g1",
                                List.of(
                                        new ThreadScaling.Point(1, false, cell(100, false), 1, 0.96, 1.04),
                                        new ThreadScaling.Point(4, true, cell(210, false), 0.48, 0.45, 0.5)))))),
                List.of("machine: an example"));
    }

    private static Cell cell(double time, boolean best) {
        return new Cell(
                Cell.State.OK,
                "",
                Map.of(
                        Measure.TIME, new Figure(time, time * 0.98, time * 1.02, best),
                        Measure.CPU_TIME, new Figure(1.5 * time, 1.4 * time, 1.6 * time, best),
                        Measure.COLLECTOR_TIME, new Figure(time / 40, Double.NaN, Double.NaN, best),
                        Measure.PEAK_MEMORY, new Figure(80, Double.NaN, Double.NaN, false)),
                64,
                3,
                Map.of("collector", "g1", "heapMebibytes", "64", "containers", "jdk", "checks", "true"));
    }

    /** A run that failed here and there, and was interrupted. */
    static ReportedRun golden() {
        return new ReportedRun(
                RunView.of(RunFolder.open(Path.of("src/test/resources/golden/run"))),
                Optional.empty(),
                GraphLinks.NONE);
    }
}
