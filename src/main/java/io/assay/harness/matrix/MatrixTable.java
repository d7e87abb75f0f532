package io.assay.harness.matrix;

import java.util.List;

/**
 * The table.
 *
 * @param rows profiles
 * @param columns workloads
 * @param cells by row, then by column; as many as there are rows and columns
 * @param effects what the choices bring, averages first; empty where nothing can be compared
 * @param untold what cannot be told
 * @param notes what a reader must know: heaps that differ, cells that are wider than wanted, and the like
 */
public record MatrixTable(
        List<MatrixRow> rows,
        List<MatrixColumnHead> columns,
        List<List<Cell>> cells,
        List<Effect> effects,
        List<Untold> untold,
        List<String> notes) {
    /** Copies what can change. */
    public MatrixTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        effects = List.copyOf(effects);
        untold = List.copyOf(untold);
        notes = List.copyOf(notes);
        if (cells.size() != rows.size()) {
            throw new IllegalArgumentException(cells.size() + " rows of cells under " + rows.size() + " rows");
        }
    }

    /** The cell of a row and a column, by number. */
    public Cell cell(int row, int column) {
        return cells.get(row).get(column);
    }

    /** Whether a cell failed, otherwise than for want of memory. */
    public boolean failed() {
        return cells.stream().flatMap(List::stream).anyMatch(cell -> cell.state() == Cell.State.FAILED);
    }
}
