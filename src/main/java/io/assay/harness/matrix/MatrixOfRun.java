package io.assay.harness.matrix;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
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
import java.util.function.Function;

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
                .sorted(Comparator.comparingInt(
                        key -> headings.apply(key).map(Heading::order).orElse(Integer.MAX_VALUE)))
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
        Effects.Told told = Effects.of(new Grid(rows, names, times));
        MatrixTable bare = new MatrixTable(rows, columns, byRow, told.effects(), told.untold(), List.of());
        return new MatrixTable(
                rows, columns, byRow, told.effects(), told.untold(), MatrixNotes.of(bare, measured.values(), cores));
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
            times.get(row).add(column.time(row));
            byRow.get(row).add(cell(states.get(row), figures.get(row), column.figures(row)));
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
        Map<String, String> inForce = new LinkedHashMap<>();
        row.ifPresent(r -> Invocations.forksOf(r, cells)
                .map(fork -> fork.get("inForce"))
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .findFirst()
                .ifPresent(facts ->
                        ((Map<?, ?>) facts).forEach((k, v) -> inForce.put(String.valueOf(k), String.valueOf(v)))));
        return new Cell(stateOf(state), reason, figures, state.heapMebibytes(), state.forks(), inForce);
    }

    private static Cell.State stateOf(CellsFile.CellState state) {
        String reason = state.reason().orElse("");
        return switch (state.state()) {
            case OK -> Cell.State.OK;
            case FAILED -> reason.startsWith("out of memory") ? Cell.State.OUT_OF_MEMORY : Cell.State.FAILED;
            case NOT_APPLICABLE ->
                reason.startsWith("left out") || reason.startsWith("not run") || reason.startsWith("the run was")
                        ? Cell.State.LEFT_OUT
                        : Cell.State.NOT_HERE;
        };
    }
}
