package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows and cells of a run that never was. Forks of a row scatter by half a percent, without chance. */
final class SyntheticRun {
    static final String LOOKUP = "io.assay.router.RouterBenchmark.match";

    private static final double[][] SCATTER = {{1, 1.004, 0.996}, {1.005, 1.001, 1.003}, {0.995, 0.998, 1.001}};

    private final List<Row> rows = new ArrayList<>();
    private final List<CellsFile.CellState> cells = new ArrayList<>();
    private final List<Map<String, Object>> forks = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** A row of {@link #LOOKUP} in ns/op. */
    SyntheticRun time(String implementation, double score, Object... secondary) {
        return row(LOOKUP, "avgt", "ns/op", score, 1, secondary, "implementation", implementation);
    }

    /** A row of {@link #LOOKUP} in ops/us. */
    SyntheticRun throughput(String implementation, double score, Object... secondary) {
        return row(LOOKUP, "thrpt", "ops/us", score, 1, secondary, "implementation", implementation);
    }

    /** The harness's own floor. */
    SyntheticRun floor(double nanos, String... params) {
        return row(Catalog.CALIBRATION, "avgt", "ns/op", nanos, 1, new Object[0], params);
    }

    /** Any row; {@code secondary} is a name and a {@link Metric} in turns, {@code params} a name and a value. */
    SyntheticRun row(
            String benchmark,
            String mode,
            String unit,
            double score,
            int threads,
            Object[] secondary,
            String... params) {
        Map<String, Metric> metrics = new HashMap<>();
        for (int i = 0; i < secondary.length; i += 2) {
            metrics.put((String) secondary[i], (Metric) secondary[i + 1]);
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            names.put(params[i], params[i + 1]);
        }
        RowKey key = new RowKey(benchmark, mode, names);
        rows.add(new Row(key, threads, metric(score, unit), metrics, "17.0.1", List.of()));
        cells.add(new CellsFile.CellState(key, CellsFile.State.OK, Optional.empty(), 256, 1, SCATTER.length));
        return this;
    }

    /** The last row counts for so many operations an invocation. */
    SyntheticRun operations(int count) {
        CellsFile.CellState last = cells.remove(cells.size() - 1);
        cells.add(new CellsFile.CellState(
                last.key(), last.state(), last.reason(), last.heapMebibytes(), count, last.forks()));
        return this;
    }

    /** A fork of the last row failed. */
    SyntheticRun failed(String cause) {
        CellsFile.CellState last = cells.remove(cells.size() - 1);
        cells.add(new CellsFile.CellState(
                last.key(),
                CellsFile.State.FAILED,
                Optional.of(cause),
                last.heapMebibytes(),
                last.operations(),
                last.forks()));
        return this;
    }

    SyntheticRun fact(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /** A fork of a row, by number, as {@code cells.json} logs it. */
    SyntheticRun fork(int cell, double score, double stealPercent) {
        forks.add(Map.of("cell", cell, "state", "ok", "score", score, "machine", Map.of("stealPercent", stealPercent)));
        return this;
    }

    /** A fork of a row, by number, whose iterations have a length of their own. */
    SyntheticRun forkOfLength(int cell, int iterationMillis) {
        forks.add(Map.of("cell", cell, "state", "ok", "iterationMillis", iterationMillis));
        return this;
    }

    /** The score of a row by number. */
    double score(int row) {
        return rows.get(row).primary().score();
    }

    RunAnalysis analysis() {
        return RunAnalysis.of(rows, new CellsFile(facts, cells, forks, List.of()));
    }

    static Metric metric(double score, String unit) {
        return new Metric(
                score,
                Double.NaN,
                unit,
                Arrays.stream(SCATTER)
                        .map(fork -> Arrays.stream(fork).map(v -> v * score).toArray())
                        .toArray(double[][]::new));
    }
}
