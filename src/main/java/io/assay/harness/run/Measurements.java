package io.assay.harness.run;

import io.assay.harness.api.Reported;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.stats.Estimate;
import io.assay.harness.stats.Estimates;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Ratios;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.VarianceModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a run as samples of cost (less is better), under the one variance model that they share. */
public final class Measurements {
    /** Rows that do less work by design. */
    private static final String BOUND = "BOUND_";

    private final List<Row> rows;
    private final CellsFile cells;
    private final Map<RowKey, Sample> samples = new LinkedHashMap<>();
    private final VarianceModel model;

    Measurements(List<Row> rows, CellsFile cells) {
        this.rows = rows;
        this.cells = cells;
        for (Row row : rows) {
            cost(row.primary()).ifPresent(sample -> samples.put(row.key(), sample));
        }
        this.model = VarianceModel.fit(List.copyOf(samples.values()));
    }

    /** Times as they are, rates as their reciprocals. */
    public static Optional<Sample> cost(Metric metric) {
        if (!metric.usable()
                || !Arrays.stream(metric.raw()).flatMapToDouble(Arrays::stream).allMatch(v -> v > 0)) {
            return Optional.empty();
        }
        boolean throughput = Units.isThroughput(metric.unit());
        return Optional.of(new Sample(Arrays.stream(metric.raw())
                .map(fork ->
                        Arrays.stream(fork).map(v -> throughput ? 1 / v : v).toArray())
                .toArray(double[][]::new)));
    }

    /** The unit of {@link #cost}. */
    public static String costUnit(String unit) {
        return Units.isThroughput(unit) ? unit.substring("ops/".length()) + "/op" : unit;
    }

    List<Row> rows() {
        return rows;
    }

    /** All rows but the harness's own floor. */
    List<Row> benchmarkRows() {
        return rows.stream().filter(row -> !isFloor(row.key())).toList();
    }

    CellsFile cells() {
        return cells;
    }

    /** What the row cost; empty if its scores are no sample. */
    Optional<Sample> sample(Row row) {
        return Optional.ofNullable(samples.get(row.key()));
    }

    Estimate estimate(Sample sample) {
        return Estimates.of(sample, model, RunAnalysis.LEVEL);
    }

    Ratio ratio(Sample a, Sample b) {
        return Ratios.of(a, b, model, RunAnalysis.LEVEL);
    }

    /** Whether a fork of the row did not measure: what the others measured is shown, but no yardstick. */
    boolean failed(Row row) {
        return cells.cells().stream()
                .anyMatch(cell ->
                        cell.state() == CellsFile.State.FAILED && cell.key().equals(row.key()));
    }

    static boolean isFloor(RowKey key) {
        return key.benchmark().equals(Catalog.CALIBRATION);
    }

    /** The threads that JMH started and those that the benchmark says it did. */
    static int threads(Row row) {
        return row.threads()
                + row.secondaryScore(Reported.OWN_THREADS).map(Double::intValue).orElse(0);
    }

    static boolean isBound(Row row) {
        return row.implementation().orElse("").startsWith(BOUND);
    }
}
