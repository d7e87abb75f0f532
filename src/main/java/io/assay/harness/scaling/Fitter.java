package io.assay.harness.scaling;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.jspecify.annotations.Nullable;

/**
 * Fits models to points and weighs them: the logarithm of each model's marginal likelihood by Laplace's method, which is
 * what BIC approximates and what remains right for nine points. Errors are normal with an unknown scale around the
 * variances that the forks tell (so Student's t together), and one point may lie astray.
 */
final class Fitter {
    /** The chance that a point of a curve lies astray, and by how much then. */
    private static final double ASTRAY = 0.03;

    private static final double ASTRAY_SD = 0.5;

    /** A point nearer than this many deviations is not looked at as one astray. */
    private static final double FAR = 2;

    private static final int FEWEST_FOR_ASTRAY = 6;

    /** A leading term that is a small part of the cost everywhere is no one's class: its share has density 3 s^2. */
    private static final double LEAD_POWER = 2;

    /** The range of a step's size, as its prior has it. */
    private static final double STEP_RANGE = 0.7;

    private final Points points;
    private final Basis basis;
    private final double[] costs;
    private final double[] weights;
    private final double[] logWeights;

    /**
     * Over points.
     *
     * @param basis of their sizes
     */
    Fitter(Points points, Basis basis) {
        this.points = points;
        this.basis = basis;
        costs = IntStream.range(0, points.size()).mapToDouble(points::cost).toArray();
        weights = Arrays.stream(points.variance()).map(v -> 1 / v).toArray();
        logWeights = Arrays.stream(weights).map(Math::log).toArray();
    }

    /** The models that can be fitted with positive factors. */
    List<Fit> fit(Stream<Shape> shapes) {
        return shapes.map(this::fit)
                .filter(Objects::nonNull)
                .filter(fit -> Double.isFinite(fit.evidence()))
                .toList();
    }

    private @Nullable Fit fit(Shape shape) {
        Design design = new Design(shape, basis, costs);
        Fit all = fit(shape, design, weights, -1);
        int astray = all == null || points.size() < FEWEST_FOR_ASTRAY ? -1 : farthest(all);
        if (all == null || astray < 0) {
            return all;
        }
        double[] without = weights.clone();
        without[astray] = 0;
        Fit robust = fit(shape, design, without, astray);
        return robust != null && robust.evidence() > all.evidence() ? robust : all;
    }

    private int farthest(Fit fit) {
        int farthest = -1;
        double most = FAR * FAR;
        for (int i = 0; i < points.size(); i++) {
            double error = error(fit, i);
            if (error * error * weights[i] > most) {
                most = error * error * weights[i];
                farthest = i;
            }
        }
        return farthest;
    }

    private double error(Fit fit, int point) {
        return Math.log(fit.at(points.n()[point])) - points.logCost()[point];
    }

    private @Nullable Fit fit(Shape shape, Design design, double[] with, int astray) {
        Design.Solved solved = design.solve(with);
        if (solved == null) {
            return null;
        }
        Fit fit = new Fit(shape, solved.factors(), solved.steps(), 0);
        double squares = 0;
        double logVariance = 0;
        int used = 0;
        for (int i = 0; i < points.size(); i++) {
            if (i != astray) {
                double error = error(fit, i);
                squares += error * error * weights[i];
                logVariance -= logWeights[i];
                used++;
            }
        }
        double df = points.df();
        double logLikelihood = LogGamma.value((df + used) / 2)
                - LogGamma.value(df / 2)
                - used / 2.0 * Math.log(df * Math.PI)
                - logVariance / 2
                - (df + used) / 2 * Math.log1p(squares / df);
        double volume = volume(solved, (df + squares) / (df + used));
        double lost = astray < 0 ? 0 : lost(error(fit, astray));
        return fit.weighing(logLikelihood + volume + prior(shape, solved.share()) + lost);
    }

    /** How much of the space of parameters explains the points; each parameter is a share of the cost, 0 to 1. */
    private static double volume(Design.Solved solved, double scale) {
        int count = solved.information().length;
        return count / 2.0 * Math.log(2 * Math.PI)
                - LeastSquares.logDeterminant(solved.information(), scale, 2 * Math.PI) / 2;
    }

    private static double prior(Shape shape, double share) {
        double lead = shape.terms().size() > 1 ? Math.log(LEAD_POWER + 1) + LEAD_POWER * Math.log(share) : 0;
        double range = shape.bends() ? Step.MOST - Step.LEAST : STEP_RANGE;
        return shape.logPrior() + lead - shape.steps().size() * Math.log(range);
    }

    private double lost(double error) {
        double deviations = error / ASTRAY_SD;
        return Math.log(ASTRAY / points.size())
                - Math.log(ASTRAY_SD * Math.sqrt(2 * Math.PI))
                - deviations * deviations / 2;
    }
}
