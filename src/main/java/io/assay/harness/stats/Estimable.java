package io.assay.harness.stats;

import java.util.Optional;

/**
 * Least squares of a linear model, seen from a question: with which weight does each observation enter the answer? A
 * question that the observations leave open has none, whatever else they can tell. Pure functions.
 */
public final class Estimable {
    /** A pivot below this share of the largest entry is rounding, not information. */
    private static final double NOTHING = 1e-9;

    private Estimable() {}

    /**
     * The weights of the observations in the least-squares estimate of {@code question * coefficients}: {@code X z},
     * where {@code X'X z = question}.
     *
     * @param design a row an observation, a column a coefficient
     * @param question a weight a coefficient
     * @return a weight an observation; empty where no combination of the observations answers the question
     */
    public static Optional<double[]> weights(double[][] design, double[] question) {
        int size = question.length;
        double[][] normal = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            normal[i][size] = question[i];
            for (double[] observation : design) {
                for (int j = 0; j < size; j++) {
                    normal[i][j] += observation[i] * observation[j];
                }
            }
        }
        Optional<double[]> solution = solve(normal);
        return solution.map(z -> {
            double[] weights = new double[design.length];
            for (int i = 0; i < design.length; i++) {
                for (int j = 0; j < size; j++) {
                    weights[i] += design[i][j] * z[j];
                }
            }
            return weights;
        });
    }

    /** Gauss and Jordan with the largest pivot of the column; what has no pivot is free, and set to zero. */
    private static Optional<double[]> solve(double[][] system) {
        int size = system.length;
        double scale = 0;
        for (double[] row : system) {
            for (int j = 0; j < size; j++) {
                scale = Math.max(scale, Math.abs(row[j]));
            }
        }
        int[] pivotRow = new int[size];
        int rank = 0;
        for (int column = 0; column < size; column++) {
            int best = rank;
            for (int i = rank; i < size; i++) {
                best = Math.abs(system[i][column]) > Math.abs(system[best][column]) ? i : best;
            }
            if (rank == size || Math.abs(system[best][column]) <= NOTHING * scale) {
                pivotRow[column] = -1;
                continue;
            }
            double[] pivot = system[best];
            system[best] = system[rank];
            system[rank] = pivot;
            for (int i = 0; i < size; i++) {
                double factor = i == rank ? 0 : system[i][column] / pivot[column];
                for (int j = column; j <= size && factor != 0; j++) {
                    system[i][j] -= factor * pivot[j];
                }
            }
            pivotRow[column] = rank++;
        }
        for (int i = rank; i < size; i++) {
            // Zero equals something else: outside what the observations span.
            if (Math.abs(system[i][size]) > Math.sqrt(NOTHING)) {
                return Optional.empty();
            }
        }
        double[] solution = new double[size];
        for (int column = 0; column < size; column++) {
            int row = pivotRow[column];
            solution[column] = row < 0 ? 0 : system[row][size] / system[row][column];
        }
        return Optional.of(solution);
    }
}
