package io.assay.harness.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A permutation test for one step in a series whose values are exchangeable within blocks. */
final class StepChange {
    private static final int SHUFFLES = 999;
    private static final long SEED = 0x6d6f766564L;

    private StepChange() {}

    /**
     * The most likely step.
     *
     * @param before how many values come before it
     * @param height the mean after it minus the mean before it, in standard errors of unit variance, without sign
     */
    record Step(int before, double height) {}

    /** The step with the largest standardised height; a trend has one too. At least two values. */
    static Step largest(double[] values) {
        int n = values.length;
        double total = Arrays.stream(values).sum();
        double sum = 0;
        Step best = new Step(1, -1);
        for (int before = 1; before < n; before++) {
            sum += values[before - 1];
            double share = (double) before / n;
            double height = Math.abs(sum - share * total) / Math.sqrt(n * share * (1 - share));
            best = height > best.height() ? new Step(before, height) : best;
        }
        return best;
    }

    /**
     * The chance of a step at least so high among shuffles within the blocks; deterministic, a multiple of 0.001.
     *
     * @param blocks positions in {@code values}; those of one block are exchangeable if there is no step
     */
    static double chance(double[] values, int[][] blocks) {
        SplittableRandom random = new SplittableRandom(SEED);
        // Sums in another order differ in the last digits; those are ties.
        double observed = largest(values).height() * (1 - 1e-9);
        double[] shuffled = values.clone();
        int asHigh = 1;
        for (int i = 0; i < SHUFFLES; i++) {
            for (int[] block : blocks) {
                shuffle(shuffled, block, random);
            }
            asHigh += largest(shuffled).height() >= observed ? 1 : 0;
        }
        return asHigh / (SHUFFLES + 1.0);
    }

    private static void shuffle(double[] values, int[] positions, SplittableRandom random) {
        for (int i = positions.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = values[positions[i]];
            values[positions[i]] = values[positions[j]];
            values[positions[j]] = swapped;
        }
    }
}
