package io.assay.harness.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How much each class is worth given a curve: on the curve as measured, and averaged over curves whose points are moved
 * by what their forks leave open. The average is the one to believe: a posterior alone is too sure of itself where no
 * model is exact (Huggins and Miller, <i>Reproducible model selection using bagged posteriors</i>, Bayesian Analysis
 * 2023).
 *
 * @param measured on the curve as measured
 * @param bagged the same, averaged
 * @param fits all fitted models, the best first
 */
record Weights(Shares measured, Shares bagged, List<Fit> fits) {
    private static final int RESAMPLES = 25;
    private static final long SEED = 0x5CA11L;

    /** Models this much behind the best (as logarithms) are not fitted again. */
    private static final double HOPELESS = 12;

    static Weights of(Points points) {
        Basis basis = new Basis(points.n());
        List<Fit> fits = fit(points, basis, Shapes.over(points.n()));
        double least = fits.get(0).evidence() - HOPELESS;
        List<Shape> live = fits.stream()
                .filter(fit -> fit.evidence() > least)
                .map(Fit::shape)
                .toList();
        double largest = points.n()[points.size() - 1];
        List<Shares> bagged = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int sample = 0; sample < RESAMPLES; sample++) {
            double[] moved = points.logCost().clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += random.nextGaussian() * Math.sqrt(points.variance()[i]);
            }
            List<Fit> again = fit(points.withLogCost(moved), basis, live);
            bagged.add(Shares.of(again.isEmpty() ? fits : again, largest));
        }
        return new Weights(Shares.of(fits, largest), Shares.mean(bagged), fits);
    }

    private static List<Fit> fit(Points points, Basis basis, List<Shape> shapes) {
        return new Fitter(points, basis)
                .fit(shapes.stream()).stream()
                        .sorted(Comparator.comparingDouble(Fit::evidence).reversed())
                        .toList();
    }

    /** What everything is worth on points as they are, without moving them. */
    static Shares measured(Points points) {
        return Shares.of(fit(points, new Basis(points.n()), Shapes.over(points.n())), points.n()[points.size() - 1]);
    }

    /** What a class is worth. */
    double of(Growth growth) {
        return bagged.of(growth);
    }

    /** The class that is worth most; empty where none of them is. */
    Optional<Growth> best() {
        Growth best = Arrays.stream(Growth.values())
                .max(Comparator.comparingDouble(this::of))
                .orElseThrow();
        double other = 1 - Arrays.stream(Growth.values()).mapToDouble(this::of).sum();
        return other > of(best) ? Optional.empty() : Optional.of(best);
    }

    /** The best model of a class, or of what is no class. */
    Optional<Fit> fit(Optional<Growth> growth) {
        return fits.stream().filter(fit -> fit.shape().growth().equals(growth)).findFirst();
    }
}
