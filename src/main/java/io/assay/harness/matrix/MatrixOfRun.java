package io.assay.harness.matrix;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.run.ForkLimit;
import io.assay.harness.run.Invocations;
import io.assay.harness.run.Measurements;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.VarianceModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the table of a run folder's own files, so that a table made later says the same. */
public final class MatrixOfRun {
    /** How wide an interval may be from end to end, as a share of the value, before the table says so. */
    public static final double WIDTH = 0.02;

    private final CellsFile cells;
    private final Map<RowKey, Row> measured = new LinkedHashMap<>();
    private final Map<RowKey, List<CellsFile.CellState>> workloads = new LinkedHashMap<>();
    private final Map<Measure, VarianceModel> models;
    private final List<MatrixRow> rows;
    private final double cores;

    private MatrixOfRun(RunFolder folder) {
        this.cells = folder.cells();
        folder.rows().forEach(row -> measured.put(row.key(), row));
        cells.cells()
                .forEach(cell -> workloads
                        .computeIfAbsent(MatrixRows.workload(cell.key()), key -> new ArrayList<>())
                        .add(cell));
        this.models = ColumnFigures.models(measured.values());
        Map<String, Object> environment = folder.environment();
        this.rows = MatrixRows.of(environment);
        this.cores = cores(environment);
    }

    /**
     * Reads a run.
     *
     * @param folder of any run, of one profile or several
     * @param headings names of columns by workload, where they have one, and their order: those named come first
     */
    public static MatrixTable read(RunFolder folder, Function<RowKey, Optional<Heading>> headings) {
        return new MatrixOfRun(folder).table(headings);
    }

    /** The cores of the machine that a run was measured on; of this one where the run does not say. */
    public static double cores(Map<String, Object> environment) {
        return environment.get("cpu") instanceof Map<?, ?> cpu && cpu.get("usable") instanceof Number usable
                ? usable.doubleValue()
                : Runtime.getRuntime().availableProcessors();
    }

    /**
     * A column's name and place.
     *
     * @param name for people
     * @param order from the left
     */
    public record Heading(String name, int order) {}

    private MatrixTable table(Function<RowKey, Optional<Heading>> headings) {
        List<RowKey> keys = workloads.keySet().stream()
                .filter(key -> !key.benchmark().startsWith("io.assay.calibration."))
                .sorted(Comparator.comparingInt((RowKey key) ->
                                headings.apply(key).map(Heading::order).orElse(Integer.MAX_VALUE))
                        // What was left out comes last in the file: the order of the curve is that of its threads.
                        .thenComparingInt(MatrixOfRun::threads))
                .toList();
        List<String> names = new ArrayList<>();
        keys.forEach(key -> names.add(headings.apply(key).map(Heading::name).orElseGet(() -> Headings.of(key, keys))));
        List<List<Cell>> byRow = new ArrayList<>();
        List<List<Optional<Sample>>> times = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            byRow.add(new ArrayList<>());
            times.add(new ArrayList<>());
        }
        List<MatrixColumnHead> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            column(keys.get(i), names.get(i), columns, byRow, times);
        }
        // An average over heaps of several sizes would be nobody's: the curves tell what the collectors cost.
        Effects.Told told = HeapCurve.isOf(rows) ? Effects.Told.NOTHING : Effects.of(new Grid(rows, names, times));
        MatrixTable bare = new MatrixTable(rows, columns, byRow, told.effects(), told.untold(), List.of());
        return new MatrixTable(
                rows, columns, byRow, told.effects(), told.untold(), MatrixNotes.of(bare, measured.values(), cores));
    }

    private static int threads(RowKey key) {
        String threads = key.params().getOrDefault(RowKey.THREADS, "");
        return threads.matches("[0-9]{1,6}") ? Integer.parseInt(threads) : 0;
    }

    private void column(
            RowKey key,
            String name,
            List<MatrixColumnHead> columns,
            List<List<Cell>> byRow,
            List<List<Optional<Sample>>> times) {
        List<Optional<CellsFile.CellState>> states = new ArrayList<>();
        List<Optional<Row>> figures = new ArrayList<>();
        for (MatrixRow row : rows) {
            Optional<CellsFile.CellState> state = workloads.getOrDefault(key, List.of()).stream()
                    .filter(cell -> MatrixRows.isOf(cell.key(), row, rows.size() == 1))
                    .findFirst();
            states.add(state);
            figures.add(state.filter(s -> s.state() == CellsFile.State.OK).map(s -> measured.get(s.key())));
        }
        ColumnFigures column = new ColumnFigures(figures, cells, models);
        for (int row = 0; row < rows.size(); row++) {
            Cell cell = cell(states.get(row), figures.get(row), column.figures(row));
            times.get(row).add(cell.state() == Cell.State.OK ? column.time(row) : Optional.empty());
            byRow.get(row).add(cell);
        }
        String unit = figures.stream()
                .flatMap(Optional::stream)
                .map(row -> Measurements.costUnit(row.primary().unit()))
                .findFirst()
                .orElse("");
        List<Integer> heaps = states.stream()
                .flatMap(Optional::stream)
                .map(CellsFile.CellState::heapMebibytes)
                .distinct()
                .toList();
        columns.add(new MatrixColumnHead(name, key, unit, heaps.size() == 1 ? heaps.get(0) : 0));
    }

    private Cell cell(Optional<CellsFile.CellState> found, Optional<Row> row, Map<Measure, Figure> figures) {
        if (found.isEmpty()) {
            return new Cell(Cell.State.LEFT_OUT, "not part of the run", Map.of(), 0, 0, Map.of());
        }
        CellsFile.CellState state = found.get();
        String reason = state.reason().orElse("");
        List<Map<String, String>> forks = row.map(this::inForce).orElse(List.of());
        List<Map<String, String>> different =
                forks.stream().filter(facts -> !facts.isEmpty()).distinct().toList();
        if (different.size() > 1) {
            return new Cell(
                    Cell.State.FAILED,
                    "failed: its forks did not all run under the same: " + differences(different),
                    Map.of(),
                    state.heapMebibytes(),
                    state.forks(),
                    Map.of());
        }
        // What one fork did not say is not known of the cell.
        Map<String, String> inForce = forks.stream().distinct().count() == 1 ? forks.get(0) : Map.of();
        return new Cell(stateOf(state), reason, figures, state.heapMebibytes(), state.forks(), inForce);
    }

    /** What each fork that measured ran under; empty of one that did not say. */
    private List<Map<String, String>> inForce(Row row) {
        return Invocations.forksOf(row, cells)
                .filter(fork -> "ok".equals(fork.get("state")))
                .<Map<String, String>>map(fork -> {
                    Map<String, String> facts = new TreeMap<>();
                    if (fork.get("inForce") instanceof Map<?, ?> told) {
                        told.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
                    }
                    return facts;
                })
                .toList();
    }

    private static String differences(List<Map<String, String>> forks) {
        return forks.stream()
                .flatMap(fork -> fork.keySet().stream())
                .distinct()
                .map(name -> Map.entry(
                        name,
                        forks.stream()
                                .map(fork -> fork.getOrDefault(name, "unknown"))
                                .distinct()
                                .toList()))
                .filter(fact -> fact.getValue().size() > 1)
                .map(fact -> fact.getKey() + " " + String.join(" or ", fact.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Cell.State stateOf(CellsFile.CellState state) {
        String reason = state.reason().orElse("");
        return switch (state.state()) {
            case OK -> Cell.State.OK;
            case FAILED ->
                reason.startsWith("out of memory")
                        ? Cell.State.OUT_OF_MEMORY
                        : reason.startsWith(ForkLimit.CAUSE) ? Cell.State.TOO_SLOW : Cell.State.FAILED;
            case NOT_APPLICABLE ->
                reason.startsWith("left out") || reason.startsWith("not run") || reason.startsWith("the run was")
                        ? Cell.State.LEFT_OUT
                        : Cell.State.NOT_HERE;
        };
    }
}
