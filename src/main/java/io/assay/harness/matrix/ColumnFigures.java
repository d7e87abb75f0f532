package io.assay.harness.matrix;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.run.Invocations;
import io.assay.harness.run.Measurements;
import io.assay.harness.stats.Estimate;
import io.assay.harness.stats.Estimates;
import io.assay.harness.stats.Ratios;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.VarianceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of one workload under all profiles, with the best of each measure marked. */
final class ColumnFigures {
    private static final double LEVEL = 0.95;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEBI = 1 << 20;

    private final List<Optional<Row>> rows;
    private final Map<Measure, VarianceModel> models;
    private final List<Optional<Sample>> times = new ArrayList<>();
    private final List<Map<Measure, Figure>> figures = new ArrayList<>();

    /**
     * @param models what the whole run teaches about the variance of each measure
     */
    ColumnFigures(List<Optional<Row>> rows, CellsFile cells, Map<Measure, VarianceModel> models) {
        this.rows = rows;
        this.models = models;
        for (Optional<Row> row : rows) {
            times.add(row.flatMap(r -> Measurements.cost(r.primary())));
            figures.add(new EnumMap<>(Measure.class));
        }
        sampled(Measure.TIME, 1);
        sampled(Measure.CPU_TIME, 1 / NANOS_PER_MILLI);
        sampled(Measure.PEAK_MEMORY, 1 / MEBI);
        single(Measure.LIVE_MEMORY, row -> row.secondaryScore("mem.live").map(bytes -> bytes / MEBI));
        single(Measure.ALLOCATION, row -> row.secondaryScore("gc.alloc.rate.norm"));
        single(
                Measure.COLLECTOR_TIME,
                row -> Invocations.collectorShare(row, cells)
                        // The profiler leaves the time out where nothing was collected.
                        .or(() -> row.secondaryScore("gc.count").map(count -> 0.0))
                        .map(share -> 100 * share));
    }

    Optional<Sample> time(int row) {
        return times.get(row);
    }

    Map<Measure, Figure> figures(int row) {
        return figures.get(row);
    }

    /** A measure of a row, where every fork says what it was. */
    private static Optional<Sample> sample(Measure measure, Row row) {
        return switch (measure) {
            case TIME -> Measurements.cost(row.primary());
            case CPU_TIME -> sample(row.secondary().get("cpu.time"), Metric::raw);
            case PEAK_MEMORY -> sample(row.secondary().get("mem.peak"), ColumnFigures::last);
            default -> Optional.empty();
        };
    }

    private static Optional<Sample> sample(@Nullable Metric metric, Function<Metric, double[][]> values) {
        return Optional.ofNullable(metric)
                .filter(Metric::usable)
                .map(values)
                .filter(ColumnFigures::positive)
                .map(Sample::new);
    }

    /** One model a measure, of all rows of a run: the one by which the run itself judged its rows. */
    static Map<Measure, VarianceModel> models(Collection<Row> run) {
        Map<Measure, VarianceModel> models = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            models.put(
                    measure,
                    VarianceModel.fit(run.stream()
                            .flatMap(row -> sample(measure, row).stream())
                            .toList()));
        }
        return models;
    }

    /** The process's peak only grows: each fork's last value is its figure. */
    private static double[][] last(Metric metric) {
        return Arrays.stream(metric.raw())
                .map(fork -> new double[] {fork[fork.length - 1]})
                .toArray(double[][]::new);
    }

    /** Figures with intervals; the best is the lowest, and whatever cannot be told from it. */
    private void sampled(Measure measure, double factor) {
        VarianceModel model = Objects.requireNonNull(models.get(measure));
        List<Optional<Sample>> samples =
                rows.stream().map(row -> row.flatMap(r -> sample(measure, r))).toList();
        int best = -1;
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).isPresent()
                    && (best < 0
                            || value(samples.get(i).get(), model)
                                    < value(samples.get(best).get(), model))) {
                best = i;
            }
        }
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).isPresent()) {
                Sample sample = samples.get(i).get();
                Estimate estimate = Estimates.of(sample, model, LEVEL);
                boolean tied = i == best || tied(sample, samples.get(best).get(), model);
                figures.get(i)
                        .put(
                                measure,
                                new Figure(
                                        estimate.value() * factor,
                                        estimate.low() * factor,
                                        estimate.high() * factor,
                                        tied));
            }
        }
    }

    private static double value(Sample sample, VarianceModel model) {
        return Estimates.of(sample, model, LEVEL).value();
    }

    /** A ratio that is not known ties nothing: a single fork proves nothing either way. */
    private static boolean tied(Sample sample, Sample best, VarianceModel model) {
        var ratio = Ratios.of(sample, best, model, LEVEL);
        return !ratio.unknown() && !ratio.excludesOne();
    }

    /** Figures without an interval; the best is the lowest. */
    private void single(Measure measure, Function<Row, Optional<Double>> figure) {
        List<Optional<Double>> values =
                rows.stream().map(row -> row.flatMap(figure)).toList();
        double best = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
        for (int i = 0; i < values.size(); i++) {
            Map<Measure, Figure> of = figures.get(i);
            values.get(i).ifPresent(value -> of.put(measure, new Figure(value, Double.NaN, Double.NaN, value <= best)));
        }
    }

    private static boolean positive(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).allMatch(v -> v > 0);
    }
}
