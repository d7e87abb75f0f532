package io.assay.harness.history.store;

import io.assay.harness.history.ForkSummary;
import io.assay.harness.history.Series;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * A metric of a row, ready to be kept: in one unit for times and one for rates, so that a change of unit is no change
 * of cost.
 *
 * @param row with its parameters sorted
 * @param metric its name
 * @param unit {@code ns/op}, {@code ops/s}, or what else it was measured in
 * @param forks at least one
 * @param facts what it holds for
 */
record Measured(RowKey row, String metric, String unit, List<ForkSummary> forks, SortedMap<String, String> facts) {
    /** What is kept beside the score: the costs that are compared. Counters and rates of collectors say less. */
    private static final List<String> KEPT = List.of(
            "gc.alloc.rate.norm",
            "mem.live",
            "mem.peak",
            "cpu.time",
            "lat.p50",
            "lat.p90",
            "lat.p99",
            "lat.p99.9",
            "lat.max");

    private static final double NANOS = 1e9;

    /** The same with the forks of a further entry of the same row. */
    Measured with(Measured other) {
        List<ForkSummary> all = new ArrayList<>(forks);
        all.addAll(other.forks);
        return new Measured(row, metric, unit, all, facts);
    }

    /** Score and kept metrics of a row, as far as they are numbers. */
    static List<Measured> of(Row row, SortedMap<String, String> facts) {
        RowKey key = new RowKey(
                row.key().benchmark(), row.key().mode(), new TreeMap<>(row.key().params()));
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put(Series.SCORE, row.primary());
        KEPT.forEach(name -> Optional.ofNullable(row.secondary().get(name)).ifPresent(m -> metrics.put(name, m)));
        List<Measured> measured = new ArrayList<>();
        metrics.forEach((name, metric) -> {
            double[][] raw = raw(metric);
            if (raw.length > 0
                    && Arrays.stream(raw).flatMapToDouble(Arrays::stream).allMatch(Measured::sound)) {
                measured.add(of(key, name, metric.unit(), raw, facts));
            }
        });
        return measured;
    }

    private static boolean sound(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    private static double[][] raw(Metric metric) {
        double[][] raw =
                Arrays.stream(metric.raw()).filter(fork -> fork.length > 0).toArray(double[][]::new);
        return raw.length == 0 && Double.isFinite(metric.score()) ? new double[][] {{metric.score()}} : raw;
    }

    private static Measured of(
            RowKey key, String metric, String unit, double[][] raw, SortedMap<String, String> facts) {
        boolean rate = Units.isThroughput(unit);
        Optional<Double> nanos = Units.nanosPerOperation(1, unit);
        DoubleUnaryOperator convert = nanos.isEmpty()
                ? value -> value
                : rate ? value -> value * NANOS / nanos.get() : value -> value * nanos.get();
        String common = nanos.isEmpty() ? unit : rate ? "ops/s" : "ns/op";
        List<ForkSummary> forks = Arrays.stream(raw)
                .map(fork -> Arrays.stream(fork).map(convert).toArray())
                .map(fork -> ForkSummary.of(fork, rate))
                .toList();
        return new Measured(key, metric, common, forks, facts);
    }
}
