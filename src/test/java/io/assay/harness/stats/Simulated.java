package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Samples with known truth: lognormal noise between forks and between the iterations of a fork. */
final class Simulated {
    private final Random random;

    Simulated(long seed) {
        random = new Random(seed);
    }

    double normal() {
        return random.nextGaussian();
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A standard deviation whose square is scaled inverse chi-squared: the prior that the model assumes. */
    double deviation(double typical, double priorDf) {
        return Double.isInfinite(priorDf) ? typical : typical * Math.sqrt(priorDf / chiSquared((int) priorDf));
    }

    private double chiSquared(int df) {
        double sum = 0;
        for (int i = 0; i < df; i++) {
            double z = normal();
            sum += z * z;
        }
        return sum;
    }

    /** Forks around {@code centre}, with relative noise between forks and between iterations. */
    Sample sample(double centre, int forks, int iterations, double between, double within) {
        double[][] scores = new double[forks][iterations];
        for (double[] fork : scores) {
            double level = Math.log(centre) + between * normal();
            Arrays.setAll(fork, i -> Math.exp(level + within * normal()));
        }
        return new Sample(scores);
    }

    /** Each iteration times a factor: plants a trend, a step or a slow start. */
    static Sample shaped(Sample sample, double... factors) {
        double[][] scores = sample.forks();
        for (double[] fork : scores) {
            for (int i = 0; i < fork.length; i++) {
                fork[i] *= factors[Math.min(i, factors.length - 1)];
            }
        }
        return new Sample(scores);
    }

    /** Each fork times a factor. */
    static Sample forksTimes(Sample sample, double... factors) {
        double[][] scores = sample.forks();
        for (int fork = 0; fork < scores.length; fork++) {
            double factor = factors[fork % factors.length];
            scores[fork] = Arrays.stream(scores[fork]).map(s -> s * factor).toArray();
        }
        return new Sample(scores);
    }

    /** Share of {@code trials} in which something happens. */
    static double share(int trials, BooleanSupplier trial) {
        int hits = 0;
        for (int i = 0; i < trials; i++) {
            hits += trial.getAsBoolean() ? 1 : 0;
        }
        return (double) hits / trials;
    }
}
