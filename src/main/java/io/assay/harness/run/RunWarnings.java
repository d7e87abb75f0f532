package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        Invocations.collectorShare(row, run.cells()).flatMap(Circumstances::gc).ifPresent(warnings::add);
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
                .flatMap(r -> Invocations.nanos(r, 1));
        Optional<Sample> invocation = Invocations.nanos(row, Invocations.operations(row, run.cells()));
        return floor.isPresent() && invocation.isPresent()
                ? LikeEmpty.check(invocation.get(), floor.get())
                : Optional.empty();
    }

    private static boolean sameLaunch(RowKey floor, RowKey row) {
        return floor.params().entrySet().stream()
                .allMatch(e -> e.getValue().equals(row.params().get(e.getKey())));
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

    /** The mean over the row's forks of the share of processor time that the hypervisor took; 0 where unknown. */
    private double stealShare(Row row) {
        return Invocations.forksOf(row, run.cells())
                .mapToDouble(fork -> fork.get("machine") instanceof Map<?, ?> machine
                                && machine.get("stealPercent") instanceof Number percent
                        ? percent.doubleValue() / 100
                        : 0)
                .average()
                .orElse(0);
    }

    private Optional<Warning> machineMoved() {
        Map<RowKey, Boolean> rates = new LinkedHashMap<>();
        run.rows()
                .forEach(row ->
                        rates.put(row.key(), Units.isThroughput(row.primary().unit())));
        List<MachineMoved.Fork> forks = new ArrayList<>();
        for (Map<String, Object> fork : run.cells().forks()) {
            Optional<RowKey> cell = Invocations.cellOf(fork, run.cells());
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
