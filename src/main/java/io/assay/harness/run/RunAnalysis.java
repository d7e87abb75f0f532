package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.stats.Analysers;
import io.assay.harness.stats.Circumstances;
import io.assay.harness.stats.Estimate;
import io.assay.harness.stats.Estimates;
import io.assay.harness.stats.Items;
import io.assay.harness.stats.LikeEmpty;
import io.assay.harness.stats.MachineMoved;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Ratios;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.VarianceModel;
import io.assay.harness.stats.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a run says: an estimate a row, its ratio to the fastest peer, and the warnings. One estimator for all of them.
 */
public final class RunAnalysis {
    /** Confidence level of every interval. */
    public static final double LEVEL = 0.95;

    /** Rows that do less work by design, and the harness's own floor: no peers. */
    private static final String BOUND = "BOUND_";

    private static final String OURS = "ASSAY";
    private static final String ITEMS = "items";

    private final List<Row> rows;
    private final CellsFile cells;
    private final Map<RowKey, Sample> samples = new LinkedHashMap<>();
    private final VarianceModel model;

    private RunAnalysis(List<Row> rows, CellsFile cells) {
        this.rows = rows;
        this.cells = cells;
        for (Row row : rows) {
            sample(row.primary()).ifPresent(sample -> samples.put(row.key(), sample));
        }
        this.model = VarianceModel.fit(List.copyOf(samples.values()));
    }

    /** Analyses the rows of a run, with what became of its cells. */
    public static RunAnalysis of(List<Row> rows, CellsFile cells) {
        return new RunAnalysis(rows, cells);
    }

    /**
     * A row with its estimate in the row's own unit, and how its cost compares with that of the fastest peer.
     *
     * @param row as measured
     * @param estimate empty if the row is unusable
     * @param ratio cost of this row over cost of the fastest peer; empty where there is none, and for that peer itself
     * @param fastestPeer whether the others are compared with this row
     */
    public record Judged(Row row, Optional<Estimate> estimate, Optional<Ratio> ratio, boolean fastestPeer) {}

    /** The rows that are compared with each other, by what they share; the harness's own floor is left out. */
    public Map<RowKey, List<Judged>> groups() {
        Map<RowKey, List<Row>> grouped = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!isFloor(row.key())) {
                grouped.computeIfAbsent(row.key().without(RowKey.IMPLEMENTATION), k -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<RowKey, List<Judged>> judged = new LinkedHashMap<>();
        grouped.forEach((key, group) -> judged.put(key, judge(group)));
        return judged;
    }

    private List<Judged> judge(List<Row> group) {
        Optional<Row> fastest = fastestPeer(group);
        List<Judged> judged = new ArrayList<>();
        for (Row row : group) {
            Sample sample = samples.get(row.key());
            judged.add(new Judged(
                    row,
                    sample == null ? Optional.empty() : Optional.of(Estimates.of(sample, model, LEVEL)),
                    fastest.flatMap(peer -> ratio(row, peer)),
                    fastest.filter(peer -> peer.key().equals(row.key())).isPresent()));
        }
        judged.sort((a, b) -> Double.compare(cost(a), cost(b)));
        return judged;
    }

    private Optional<Row> fastestPeer(List<Row> group) {
        Row best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Row row : group) {
            String name = row.implementation().orElse(BOUND);
            double cost = cost(row);
            if (!name.startsWith(OURS) && !name.startsWith(BOUND) && cost < least) {
                best = row;
                least = cost;
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<Ratio> ratio(Row row, Row peer) {
        Sample a = samples.get(row.key());
        Sample b = samples.get(peer.key());
        if (a == null
                || b == null
                || row.key().equals(peer.key())
                || !row.primary().unit().equals(peer.primary().unit())) {
            return Optional.empty();
        }
        Ratio ratio = Ratios.of(a, b, model, LEVEL);
        return Optional.of(Units.isThroughput(row.primary().unit()) ? ratio.inverse() : ratio);
    }

    private static double cost(Judged judged) {
        return judged.estimate()
                .map(e -> Units.isThroughput(judged.row().primary().unit()) ? 1 / e.value() : e.value())
                .orElse(Double.POSITIVE_INFINITY);
    }

    private double cost(Row row) {
        Sample sample = samples.get(row.key());
        if (sample == null) {
            return Double.POSITIVE_INFINITY;
        }
        double value = Estimates.of(sample, model, LEVEL).value();
        return Units.isThroughput(row.primary().unit()) ? 1 / value : value;
    }

    /** All warnings: of rows in the order of the rows, then of the run. */
    public List<CellsFile.RowWarning> warnings() {
        List<CellsFile.RowWarning> all = new ArrayList<>();
        for (Row row : rows) {
            if (!isFloor(row.key())) {
                warnings(row).forEach(warning -> all.add(told(Optional.of(row.key()), warning)));
            }
        }
        machineMoved().ifPresent(warning -> all.add(told(Optional.empty(), warning)));
        return all;
    }

    private static CellsFile.RowWarning told(Optional<RowKey> row, Warning warning) {
        return new CellsFile.RowWarning(
                row, warning.kind().name(), warning.severity().name().toLowerCase(Locale.ROOT), warning.message());
    }

    private List<Warning> warnings(Row row) {
        List<Warning> warnings = new ArrayList<>();
        Sample sample = samples.get(row.key());
        if (sample != null) {
            warnings.addAll(Analysers.ofRow(sample, Estimates.of(sample, model, LEVEL)));
            likeEmpty(row).ifPresent(warnings::add);
        }
        items(row).ifPresent(warnings::add);
        gcShare(row).flatMap(Circumstances::gc).ifPresent(warnings::add);
        Circumstances.steal(stealShare(row)).ifPresent(warnings::add);
        Circumstances.threads(row.threads(), Runtime.getRuntime().availableProcessors())
                .ifPresent(warnings::add);
        return warnings;
    }

    private static boolean isFloor(RowKey key) {
        return key.benchmark().equals(Catalog.CALIBRATION);
    }

    private Optional<Warning> likeEmpty(Row row) {
        if (row.key().mode().equals("ss") || row.key().mode().equals("sample")) {
            return Optional.empty();
        }
        int operations = cells.cells().stream()
                .filter(cell -> cell.key().equals(row.key()))
                .map(CellsFile.CellState::operations)
                .findFirst()
                .orElse(1);
        Optional<Sample> floor = rows.stream()
                .filter(r -> isFloor(r.key()) && sameLaunch(r.key(), row.key()))
                .findFirst()
                .flatMap(r -> invocationNanos(r, 1));
        Optional<Sample> invocation = invocationNanos(row, operations);
        return floor.isPresent() && invocation.isPresent()
                ? LikeEmpty.check(invocation.get(), floor.get())
                : Optional.empty();
    }

    private static boolean sameLaunch(RowKey floor, RowKey row) {
        return floor.params().entrySet().stream()
                .allMatch(e -> e.getValue().equals(row.params().get(e.getKey())));
    }

    private static Optional<Sample> invocationNanos(Row row, int operations) {
        if (!row.primary().usable()) {
            return Optional.empty();
        }
        double[][] raw = row.primary().raw();
        double[][] nanos = new double[raw.length][];
        for (int fork = 0; fork < raw.length; fork++) {
            nanos[fork] = new double[raw[fork].length];
            for (int i = 0; i < raw[fork].length; i++) {
                Optional<Double> value =
                        Units.nanosPerOperation(raw[fork][i], row.primary().unit());
                if (value.isEmpty() || !(value.get() > 0) || value.get().isInfinite()) {
                    return Optional.empty();
                }
                nanos[fork][i] = value.get() * operations;
            }
        }
        return Optional.of(new Sample(nanos));
    }

    private static Optional<Sample> sample(Metric metric) {
        return metric.usable()
                        && Arrays.stream(metric.raw())
                                .flatMapToDouble(Arrays::stream)
                                .allMatch(v -> v > 0)
                ? Optional.of(new Sample(metric.raw()))
                : Optional.empty();
    }

    private Optional<Warning> items(Row row) {
        OptionalDouble own = itemsPerOperation(row);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        boolean bound = row.implementation().orElse("").startsWith(BOUND);
        RowKey group = row.key().without(RowKey.IMPLEMENTATION);
        double[] peers = rows.stream()
                .filter(r -> !bound
                        && !r.key().equals(row.key())
                        && r.key().without(RowKey.IMPLEMENTATION).equals(group))
                .filter(r -> !r.implementation().orElse("").startsWith(BOUND))
                .map(RunAnalysis::itemsPerOperation)
                .filter(items -> items.isPresent() && items.getAsDouble() > 0)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return Items.check(own.getAsDouble(), peers);
    }

    /**
     * JMH divides a counter of type OPERATIONS as it does the primary metric: by time for throughput, time by it for
     * average time. The quotient of both is items an operation.
     */
    private static OptionalDouble itemsPerOperation(Row row) {
        @Nullable Metric items = row.secondary().get(ITEMS);
        if (items == null || !items.unit().equals(row.primary().unit())) {
            return OptionalDouble.empty();
        }
        double primary = row.primary().score();
        if (!Double.isFinite(primary)) {
            return OptionalDouble.empty();
        }
        double quotient = Units.isThroughput(items.unit()) ? items.score() / primary : primary / items.score();
        return OptionalDouble.of(Double.isFinite(quotient) ? quotient : 0);
    }

    private Optional<Double> gcShare(Row row) {
        @Nullable Metric time = row.secondary().get("gc.time");
        Object millis = cells.run().get("iterationMillis");
        if (time == null || !(millis instanceof Number length) || length.doubleValue() <= 0) {
            return Optional.empty();
        }
        long iterations = Arrays.stream(row.primary().raw())
                .mapToLong(fork -> fork.length)
                .sum();
        double collecting = Arrays.stream(time.raw())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sum();
        return iterations == 0 ? Optional.empty() : Optional.of(collecting / (iterations * length.doubleValue()));
    }

    /** The mean over the row's forks of the share of processor time that the hypervisor took; 0 where unknown. */
    private double stealShare(Row row) {
        return forksOf(row)
                .mapToDouble(fork -> fork.get("machine") instanceof Map<?, ?> machine
                                && machine.get("stealPercent") instanceof Number percent
                        ? percent.doubleValue() / 100
                        : 0)
                .average()
                .orElse(0);
    }

    private java.util.stream.Stream<Map<String, Object>> forksOf(Row row) {
        return cells.forks().stream()
                .filter(fork -> cellOf(fork).filter(row.key()::equals).isPresent());
    }

    private Optional<RowKey> cellOf(Map<String, Object> fork) {
        return fork.get("cell") instanceof Number index
                        && index.intValue() < cells.cells().size()
                ? Optional.of(cells.cells().get(index.intValue()).key())
                : Optional.empty();
    }

    private Optional<Warning> machineMoved() {
        List<MachineMoved.Fork> forks = new ArrayList<>();
        for (Map<String, Object> fork : cells.forks()) {
            Optional<RowKey> cell = cellOf(fork);
            if (cell.isPresent()
                    && fork.get("score") instanceof Number score
                    && score.doubleValue() > 0
                    && Double.isFinite(score.doubleValue())) {
                forks.add(new MachineMoved.Fork(cell.get().toString(), score.doubleValue()));
            }
        }
        return MachineMoved.check(forks);
    }
}
