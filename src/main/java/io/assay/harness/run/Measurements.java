package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
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

/** The rows of a run as samples, under the one variance model that they share. */
final class Measurements {
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
            positive(row.primary()).ifPresent(sample -> samples.put(row.key(), sample));
        }
        this.model = VarianceModel.fit(List.copyOf(samples.values()));
    }

    private static Optional<Sample> positive(Metric metric) {
        return metric.usable()
                        && Arrays.stream(metric.raw())
                                .flatMapToDouble(Arrays::stream)
                                .allMatch(v -> v > 0)
                ? Optional.of(new Sample(metric.raw()))
                : Optional.empty();
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

    /** The row's scores; empty if they are no sample. */
    Optional<Sample> sample(Row row) {
        return Optional.ofNullable(samples.get(row.key()));
    }

    Estimate estimate(Sample sample) {
        return Estimates.of(sample, model, RunAnalysis.LEVEL);
    }

    Ratio ratio(Sample a, Sample b) {
        return Ratios.of(a, b, model, RunAnalysis.LEVEL);
    }

    static boolean isFloor(RowKey key) {
        return key.benchmark().equals(Catalog.CALIBRATION);
    }

    static boolean isBound(Row row) {
        return row.implementation().orElse("").startsWith(BOUND);
    }
}
