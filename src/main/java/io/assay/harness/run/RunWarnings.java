package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.stats.Analysers;
import io.assay.harness.stats.Circumstances;
import io.assay.harness.stats.Items;
import io.assay.harness.stats.LikeEmpty;
import io.assay.harness.stats.MachineMoved;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands each row to the analysers that it concerns, with what they need from the rest of the run. */
final class RunWarnings {
    private static final String ITEMS = "items";

    private final Measurements run;
    private final Map<RowKey, List<Warning>> byRow = new LinkedHashMap<>();

    RunWarnings(Measurements run) {
        this.run = run;
        run.benchmarkRows().forEach(row -> byRow.put(row.key(), warnings(row)));
    }

    /** Whether the row measures something else than it says. */
    boolean unusable(Row row) {
        return byRow.getOrDefault(row.key(), List.of()).stream()
                .anyMatch(warning -> warning.severity() == Warning.Severity.UNUSABLE);
    }

    /** All warnings: of rows in the order of the rows, then of the run. */
    List<CellsFile.RowWarning> all() {
        List<CellsFile.RowWarning> all = new ArrayList<>();
        List<Warning> common = common();
        common.forEach(warning -> all.add(told(Optional.empty(), warning)));
        byRow.forEach((key, warnings) -> warnings.stream()
                .filter(warning -> !common.contains(warning))
                .forEach(warning -> all.add(told(Optional.of(key), warning))));
        machineMoved().ifPresent(warning -> all.add(told(Optional.empty(), warning)));
        return all;
    }

    /** What would be said of each row in the same words is said once, of the run. */
    private List<Warning> common() {
        if (byRow.size() < 2) {
            return List.of();
        }
        List<Warning> common = new ArrayList<>(byRow.values().iterator().next());
        byRow.values().forEach(common::retainAll);
        return common;
    }

    private static CellsFile.RowWarning told(Optional<RowKey> row, Warning warning) {
        return new CellsFile.RowWarning(
                row, warning.kind().name(), warning.severity().name().toLowerCase(Locale.ROOT), warning.message());
    }

    private List<Warning> warnings(Row row) {
        List<Warning> warnings = new ArrayList<>();
        run.sample(row).ifPresent(sample -> {
            warnings.addAll(Analysers.ofRow(sample, run.estimate(sample)));
            likeEmpty(row).ifPresent(warnings::add);
        });
        items(row).ifPresent(warnings::add);
        gcShare(row).flatMap(Circumstances::gc).ifPresent(warnings::add);
        Circumstances.steal(stealShare(row)).ifPresent(warnings::add);
        Circumstances.threads(Measurements.threads(row), Runtime.getRuntime().availableProcessors())
                .ifPresent(warnings::add);
        return warnings;
    }

    private Optional<Warning> likeEmpty(Row row) {
        if (row.key().mode().equals("ss") || row.key().mode().equals("sample")) {
            return Optional.empty();
        }
        Optional<Sample> floor = run.rows().stream()
                .filter(r -> Measurements.isFloor(r.key()) && sameLaunch(r.key(), row.key()))
                .findFirst()
                .flatMap(r -> invocationNanos(r, 1));
        Optional<Sample> invocation = invocationNanos(row, operations(row));
        return floor.isPresent() && invocation.isPresent()
                ? LikeEmpty.check(invocation.get(), floor.get())
                : Optional.empty();
    }

    /** What an invocation counts for. */
    private int operations(Row row) {
        return run.cells().cells().stream()
                .filter(cell -> cell.key().equals(row.key()))
                .map(CellsFile.CellState::operations)
                .findFirst()
                .orElse(1);
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

    private Optional<Warning> items(Row row) {
        Optional<Double> own = row.countPerOperation(ITEMS);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        boolean bound = Measurements.isBound(row);
        RowKey shared = row.key().without(RowKey.IMPLEMENTATION);
        // The row itself counts too: of two honest rows and one that does half, each honest one would otherwise be held
        // against the mean of the other two.
        double[] group = run.rows().stream()
                .filter(r -> !bound && r.key().without(RowKey.IMPLEMENTATION).equals(shared))
                .filter(r -> !Measurements.isBound(r))
                .flatMap(r -> r.countPerOperation(ITEMS).stream())
                .filter(items -> items > 0)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Items.check(own.get(), group);
    }

    private Optional<Double> gcShare(Row row) {
        @Nullable Metric time = row.secondary().get("gc.time");
        // Rows that may stop early have shorter iterations than the others; older folders have one length for all.
        Object millis = forksOf(row)
                .map(fork -> fork.get("iterationMillis"))
                .filter(Number.class::isInstance)
                .findFirst()
                .orElse(run.cells().run().get("iterationMillis"));
        if (time == null || !(millis instanceof Number length) || length.doubleValue() <= 0) {
            return Optional.empty();
        }
        double measured = measuredMillis(row, length.doubleValue());
        double collecting = Arrays.stream(time.raw())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sum();
        return measured == 0 ? Optional.empty() : Optional.of(collecting / measured);
    }

    /** How long the iterations of a row took together: an invocation that is longer than an iteration is not cut short. */
    private double measuredMillis(Row row, double iteration) {
        long iterations = Arrays.stream(row.primary().raw())
                .mapToLong(fork -> fork.length)
                .sum();
        return invocationNanos(row, operations(row))
                .map(sample -> Arrays.stream(sample.forks())
                        .flatMapToDouble(Arrays::stream)
                        .map(nanos -> Math.max(iteration, nanos / 1e6))
                        .sum())
                .orElse(iterations * iteration);
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

    private Stream<Map<String, Object>> forksOf(Row row) {
        return run.cells().forks().stream()
                .filter(fork -> cellOf(fork).filter(row.key()::equals).isPresent());
    }

    private Optional<RowKey> cellOf(Map<String, Object> fork) {
        return fork.get("cell") instanceof Number index
                        && index.intValue() < run.cells().cells().size()
                ? Optional.of(run.cells().cells().get(index.intValue()).key())
                : Optional.empty();
    }

    private Optional<Warning> machineMoved() {
        Map<RowKey, Boolean> rates = new LinkedHashMap<>();
        run.rows()
                .forEach(row ->
                        rates.put(row.key(), Units.isThroughput(row.primary().unit())));
        List<MachineMoved.Fork> forks = new ArrayList<>();
        for (Map<String, Object> fork : run.cells().forks()) {
            Optional<RowKey> cell = cellOf(fork);
            if (cell.isPresent()
                    && fork.get("score") instanceof Number score
                    && score.doubleValue() > 0
                    && Double.isFinite(score.doubleValue())) {
                boolean rate = rates.getOrDefault(cell.get(), false);
                forks.add(new MachineMoved.Fork(
                        cell.get().toString(), rate ? 1 / score.doubleValue() : score.doubleValue()));
            }
        }
        return MachineMoved.check(forks);
    }
}
