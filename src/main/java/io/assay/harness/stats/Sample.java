package io.assay.harness.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * What one row of a run measured: for each fork, the scores of its measured iterations in the order they ran.
 *
 * <p>All scores of a sample have one unit, which the sample does not know. Scores are finite and greater than zero
 * (times, rates, bytes of a footprint), because every method here works on ratios. A metric that can be zero, such as
 * bytes allocated an operation, is no sample. Forks may differ in their number of iterations. Immutable: the arrays are
 * copied on the way in and on the way out.
 *
 * @param forks fork, then iteration; at least one fork, each with at least one iteration
 */
@SuppressWarnings("ArrayRecordComponent") // copied both ways, and equal by content
public record Sample(double[][] forks) {

    /**
     * Copies and checks the scores.
     *
     * @throws IllegalArgumentException if there is no fork, a fork without iterations, or a score that is not finite
     *     and greater than zero; the message names the fork and the iteration, counted from 0
     */
    public Sample {
        if (forks.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one fork");
        }
        double[][] copy = new double[forks.length][];
        for (int fork = 0; fork < forks.length; fork++) {
            copy[fork] = checked(fork, forks[fork].clone());
        }
        forks = copy;
    }

    private static double[] checked(int fork, double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("fork " + fork + " has no iterations");
        }
        for (int iteration = 0; iteration < scores.length; iteration++) {
            double score = scores[iteration];
            if (!(score > 0 && score < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("fork " + fork + ", iteration " + iteration
                        + ": a score must be finite and greater than zero, not " + score);
            }
        }
        return scores;
    }

    /** The scores: fork, then iteration; a copy. */
    @Override
    public double[][] forks() {
        double[][] copy = new double[forks.length][];
        Arrays.setAll(copy, fork -> forks[fork].clone());
        return copy;
    }

    /** The number of forks, at least 1. */
    public int forkCount() {
        return forks.length;
    }

    /** The arithmetic mean of the iterations of each fork, in the order of the forks. */
    public double[] forkMeans() {
        return Arrays.stream(forks)
                .mapToDouble(scores -> Mean.of(scores).getAsDouble())
                .toArray();
    }

    /** All iterations of all forks, fork after fork. */
    public double[] iterations() {
        return Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The natural logarithms of {@link #forkMeans()}. */
    double[] logForkMeans() {
        return Noise.log(forkMeans());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample sample && Arrays.deepEquals(forks, sample.forks);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(forks);
    }

    @Override
    public String toString() {
        return "Sample" + Arrays.deepToString(forks);
    }
}
