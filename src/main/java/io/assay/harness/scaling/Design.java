package io.assay.harness.scaling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns of one model over the points, and the least-squares fit of them. */
final class Design {
    private static final int PASSES = 5;
    private static final double LARGEST_MOVE = 0.4;
    private static final double SETTLED = 1e-4;

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

    private Design(Shape shape, Points points) {
        this.shape = shape;
        terms = shape.terms().size();
        int count = terms + shape.steps().size();
        columns = new double[count][points.size()];
        scales = new double[count];
        height = new double[points.size()];
        for (int i = 0; i < points.size(); i++) {
            double n = points.n()[i];
            for (int k = 0; k < terms; k++) {
                columns[k][i] = shape.terms().get(k).applyAsDouble(n) / points.cost(i);
            }
            for (int k = terms; k < count; k++) {
                height[i] = shape.steps().get(k - terms).height(n);
                columns[k][i] = columns[terms - 1][i] * height[i];
            }
        }
        for (int k = 0; k < count; k++) {
            scales[k] = Arrays.stream(columns[k]).max().orElse(0);
            for (int i = 0; i < points.size() && scales[k] > 0; i++) {
                columns[k][i] /= scales[k];
            }
        }
    }

    /** The fit; {@code null} where a factor would not be greater than zero, or a step is none. */
    static @Nullable Solved solve(Shape shape, Points points, double[] weights) {
        Design design = new Design(shape, points);
        if (Arrays.stream(design.scales).anyMatch(scale -> !(scale > 0))) {
            return null;
        }
        return shape.bends() ? design.bent(weights) : design.linear(weights);
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
