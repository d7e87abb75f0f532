package io.assay.harness.scaling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns of one model over the points, and the least-squares fit of them. */
final class Design {
    private static final int PASSES = 5;
    private static final double LARGEST_MOVE = 0.4;
    private static final double SETTLED = 1e-4;
    private static final double[] NO_STEP = {};

    private final Shape shape;
    private final int terms;
    private final double[][] columns;
    private final double[] scales;
    private final double[] height;

    /**
     * A solved model.
     *
     * @param factors of the terms
     * @param steps as in {@link Fit}
     * @param share about how much of the cost the leading term is where it is most
     * @param information of all parameters, scaled to shares of the cost
     */
    @SuppressWarnings("ArrayRecordComponent") // a passive carrier within the package
    record Solved(double[] factors, double[] steps, double share, double[][] information) {}

    /**
     * Over points with these costs.
     *
     * @param basis of the points' sizes
     */
    Design(Shape shape, Basis basis, double[] costs) {
        this.shape = shape;
        terms = shape.terms().size();
        int count = terms + shape.steps().size();
        columns = new double[count][];
        scales = new double[count];
        for (int k = 0; k < terms; k++) {
            columns[k] = new double[costs.length];
            double[] values = basis.of(shape.terms().get(k));
            for (int i = 0; i < costs.length; i++) {
                columns[k][i] = values[i] / costs[i];
            }
        }
        double[] last = NO_STEP;
        for (int k = terms; k < count; k++) {
            columns[k] = new double[costs.length];
            last = basis.of(shape.steps().get(k - terms));
            for (int i = 0; i < costs.length; i++) {
                columns[k][i] = columns[terms - 1][i] * last[i];
            }
        }
        height = last;
        for (int k = 0; k < count; k++) {
            scales[k] = scaled(columns[k]);
        }
    }

    /** Divides a column by its maximum, which it gives back. */
    private static double scaled(double[] column) {
        double most = column[0];
        for (double value : column) {
            most = Math.max(most, value);
        }
        for (int i = 0; i < column.length && most > 0; i++) {
            column[i] /= most;
        }
        return most;
    }

    /** The fit; {@code null} where a factor would not be greater than zero, or a step is none. */
    @Nullable
    Solved solve(double[] weights) {
        for (double scale : scales) {
            if (!(scale > 0)) {
                return null;
            }
        }
        return shape.bends() ? bent(weights) : linear(weights);
    }

    private @Nullable Solved linear(double[] weights) {
        LeastSquares.Solution solution = LeastSquares.solve(columns, weights);
        if (solution == null) {
            return null;
        }
        double[] factors = solution.factors();
        double[] steps = new double[columns.length - terms];
        double level = 1;
        for (int k = 0; k < steps.length; k++) {
            steps[k] = factors[terms + k] * scales[terms - 1] / (scales[terms + k] * factors[terms - 1]);
            double next = level + steps[k];
            if (!(next > 0) || !shape.steps().get(k).allows(Math.log(next / level))) {
                return null;
            }
            level = next;
        }
        return solved(solution, steps);
    }

    /** Gauss and Newton's way to the logarithm of the step's factor. */
    private @Nullable Solved bent(double[] weights) {
        Step step = shape.steps().get(0);
        double logFactor = step.falling() ? -0.5 : 0.5;
        double[][] bent = bend(logFactor);
        LeastSquares.Solution solution = LeastSquares.solve(Arrays.copyOf(bent, terms), weights);
        for (int pass = 0; pass < PASSES && solution != null; pass++) {
            slope(bent, solution.factors());
            solution = LeastSquares.solve(bent, weights);
            if (solution == null) {
                return null;
            }
            double move = Math.max(-LARGEST_MOVE, Math.min(LARGEST_MOVE, solution.factors()[terms]));
            logFactor += move;
            if (Math.abs(move) < SETTLED) {
                break;
            }
            bent = bend(logFactor);
        }
        return solution != null && step.allows(logFactor) ? solved(solution, new double[] {logFactor}) : null;
    }

    private double[][] bend(double logFactor) {
        double[][] bent = new double[columns.length][height.length];
        for (int i = 0; i < height.length; i++) {
            double rise = Math.exp(logFactor * height[i]);
            for (int k = 0; k < terms; k++) {
                bent[k][i] = columns[k][i] * rise;
            }
        }
        return bent;
    }

    private void slope(double[][] bent, double[] factors) {
        for (int i = 0; i < height.length; i++) {
            double cost = 0;
            for (int k = 0; k < terms; k++) {
                cost += factors[k] * bent[k][i];
            }
            bent[terms][i] = cost * height[i];
        }
    }

    private @Nullable Solved solved(LeastSquares.Solution solution, double[] steps) {
        double[] factors = new double[terms];
        for (int k = 0; k < terms; k++) {
            factors[k] = solution.factors()[k] / scales[k];
            if (!(factors[k] > 0)) {
                return null;
            }
        }
        return new Solved(factors, steps, Math.min(1, solution.factors()[terms - 1]), solution.information());
    }
}
