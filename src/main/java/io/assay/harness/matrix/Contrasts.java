package io.assay.harness.matrix;

import io.assay.harness.stats.Estimable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which cells are weighed against which to answer a question; every answer is a weight a cell. */
final class Contrasts {
    private final Grid grid;

    Contrasts(Grid grid) {
        this.grid = grid;
    }

    /**
     * A choice in one workload: the mean over all pairs of rows that differ in it alone.
     *
     * @return empty where no such pair was measured
     */
    Optional<double[]> pairs(Choice choice, int column) {
        List<double[]> found = new ArrayList<>();
        for (int with = 0; with < grid.rows().size(); with++) {
            for (int without = 0; without < grid.rows().size(); without++) {
                if (is(with, choice.factor(), choice.level(), column)
                        && is(without, choice.factor(), choice.base(), column)
                        && grid.alikeBut(with, without, Set.of(choice.factor()))) {
                    double[] weights = new double[grid.cells()];
                    weights[grid.cell(with, column)] += 1;
                    weights[grid.cell(without, column)] -= 1;
                    found.add(weights);
                }
            }
        }
        return mean(found);
    }

    /**
     * By how much more a choice brings beside another than without it, in one workload.
     *
     * @return empty where no four rows that cross the two were measured
     */
    Optional<double[]> crossed(Choice one, Choice other, int column) {
        List<double[]> found = new ArrayList<>();
        int rows = grid.rows().size();
        for (int both = 0; both < rows; both++) {
            if (!is(both, one.factor(), one.level(), column) || !is(both, other.factor(), other.level(), column)) {
                continue;
            }
            int first = partner(both, one, other.level(), other, column, true);
            int second = partner(both, one, other.base(), other, column, false);
            int none = partner(both, one, other.base(), other, column, true);
            if (first >= 0 && second >= 0 && none >= 0) {
                double[] weights = new double[grid.cells()];
                weights[grid.cell(both, column)] += 1;
                weights[grid.cell(first, column)] -= 1;
                weights[grid.cell(second, column)] -= 1;
                weights[grid.cell(none, column)] += 1;
                found.add(weights);
            }
        }
        return mean(found);
    }

    /** The row that is like {@code both} but for the two choices. */
    private int partner(int both, Choice one, String otherLevel, Choice other, int column, boolean oneBase) {
        for (int row = 0; row < grid.rows().size(); row++) {
            if (is(row, one.factor(), oneBase ? one.base() : one.level(), column)
                    && is(row, other.factor(), otherLevel, column)
                    && grid.alikeBut(row, both, Set.of(one.factor(), other.factor()))) {
                return row;
            }
        }
        return -1;
    }

    /**
     * A choice by least squares over all cells: a workload multiplies the time, and so does each choice, alike in all
     * workloads and beside all other choices.
     *
     * @param choices all that differ among the rows
     */
    Optional<double[]> model(Choice choice, List<Choice> choices) {
        int columns = grid.columns().size();
        double[][] design = new double[grid.cells()][columns + choices.size()];
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < columns; column++) {
                if (grid.has(row, column)) {
                    double[] line = design[grid.cell(row, column)];
                    line[column] = 1;
                    for (int i = 0; i < choices.size(); i++) {
                        Choice other = choices.get(i);
                        line[columns + i] = grid.level(row, other.factor()).equals(other.level()) ? 1 : 0;
                    }
                }
            }
        }
        double[] question = new double[columns + choices.size()];
        question[columns + choices.indexOf(choice)] = 1;
        return Estimable.weights(design, question);
    }

    private boolean is(int row, String factor, String level, int column) {
        return grid.has(row, column) && grid.level(row, factor).equals(level);
    }

    /** Each alike; empty of none. */
    static Optional<double[]> mean(List<double[]> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        double[] mean = new double[all.get(0).length];
        for (double[] weights : all) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights[i] / all.size();
            }
        }
        return Optional.of(mean);
    }

    /** One less the mean of the others. */
    static double[] lessTheOthers(List<double[]> all, int one) {
        double[] difference = all.get(one).clone();
        for (int other = 0; other < all.size(); other++) {
            for (int i = 0; i < difference.length && other != one; i++) {
                difference[i] -= all.get(other)[i] / (all.size() - 1);
            }
        }
        return difference;
    }
}
