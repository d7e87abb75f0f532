package io.assay.harness.matrix;

import io.assay.harness.stats.Contrast;
import io.assay.harness.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The times of a table as samples, where there are any, and contrasts of them. */
final class Grid {
    private final List<MatrixRow> rows;
    private final List<String> columns;
    private final int[][] index;
    private final List<Contrast.Block> blocks = new ArrayList<>();
    private int cells;

    /**
     * @param times by row, then by column
     */
    Grid(List<MatrixRow> rows, List<String> columns, List<List<Optional<Sample>>> times) {
        this.rows = rows;
        this.columns = columns;
        this.index = new int[rows.size()][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            List<Sample> samples = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                Optional<Sample> sample = times.get(row).get(column);
                index[row][column] = sample.isPresent() ? cells++ : -1;
                sample.ifPresent(samples::add);
            }
            blocks.add(Contrast.Block.of(samples));
        }
    }

    List<MatrixRow> rows() {
        return rows;
    }

    List<String> columns() {
        return columns;
    }

    boolean has(int row, int column) {
        return index[row][column] >= 0;
    }

    int cells() {
        return cells;
    }

    /** The number of a measured cell: workload by workload, and in each the rows from the top. */
    int cell(int row, int column) {
        return index[row][column];
    }

    Contrast contrast(double[] weights, double level) {
        double[][] byBlock = new double[blocks.size()][];
        int from = 0;
        for (int b = 0; b < byBlock.length; b++) {
            int to = from + blocks.get(b).rows().size();
            byBlock[b] = Arrays.copyOfRange(weights, from, to);
            from = to;
        }
        return Contrast.of(blocks, byBlock, level);
    }

    /** The levels of a factor among rows with a measured cell, in the order of the rows. */
    List<String> levels(String factor) {
        Set<String> levels = new LinkedHashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean measured = false;
            for (int column = 0; column < columns.size(); column++) {
                measured |= has(row, column);
            }
            if (measured) {
                levels.add(level(row, factor));
            }
        }
        return List.copyOf(levels);
    }

    String level(int row, String factor) {
        return rows.get(row).settings().getOrDefault(factor, "");
    }

    /** Whether two rows differ in these factors at the most. */
    boolean alikeBut(int one, int other, Set<String> factors) {
        Map<String, String> a = rows.get(one).settings();
        Map<String, String> b = rows.get(other).settings();
        return a.keySet().stream()
                .filter(factor -> !factors.contains(factor))
                .allMatch(factor -> Objects.equals(a.get(factor), b.get(factor)));
    }
}
