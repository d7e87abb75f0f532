package io.assay.harness.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What the forks of one row say about its change, before anything is borrowed. Both sides share one variance: a change
 * of the cost by a factor leaves it as it is, on the log scale.
 *
 * @param cost what stands for a fork
 * @param change mean of head's log costs minus mean of base's
 * @param variance variance of a fork's log cost, pooled over the two sides
 * @param unrest the median over all forks of the squared log distance from the fastest to the median iteration
 * @param baseForks forks of base, two or more
 * @param headForks forks of head, two or more
 */
record Effect(ForkCost cost, double change, double variance, double unrest, int baseForks, int headForks) {

    static Effect of(ForkCost cost, Sample base, Sample head) {
        double[] before = cost.of(base);
        double[] after = cost.of(head);
        double squares = Noise.variance(before) * (before.length - 1) + Noise.variance(after) * (after.length - 1);
        double[] distances =
                DoubleStream.concat(distances(base), distances(head)).toArray();
        double distance = Noise.median(distances);
        return new Effect(
                cost,
                Noise.mean(after) - Noise.mean(before),
                squares / (before.length + after.length - 2),
                distance * distance,
                before.length,
                after.length);
    }

    /** The degrees of freedom of {@link #variance()}. */
    int df() {
        return baseForks + headForks - 2;
    }

    private static DoubleStream distances(Sample side) {
        return Arrays.stream(side.forks())
                .mapToDouble(fork ->
                        Math.log(Noise.median(fork) / Arrays.stream(fork).min().getAsDouble()));
    }
}
