package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Where a change may lie, and how runs vary, by sums written out. */
class LevelFiguresTest {
    private static final double NOISE = 0.01;

    /** Two levels with a few runs half-way between, so that it can be told badly where the change is. */
    private static double[] blurred(int before, int between, int after, double step, int seed) {
        Random random = new Random(seed);
        double[] values = new double[before + between + after];
        Arrays.setAll(
                values,
                t -> (t < before ? 0 : t < before + between ? step / 2 : step) + NOISE * (2 * random.nextDouble() - 1));
        return values;
    }

    private static LevelChanges of(double[] values) {
        double[] known = new double[values.length];
        Arrays.fill(known, NOISE * NOISE);
        return LevelChanges.of(values, known, 0);
    }

    /** The likelihood that the second level begins at each run, from the levels and variances that were found. */
    private static double[] likelihoods(double[] values, LevelChanges found) {
        double[] likelihoods = new double[values.length + 1];
        for (int first = 0; first <= values.length; first++) {
            double cost = 0;
            for (int t = 0; t < values.length; t++) {
                double off = values[t] - found.levels()[t < first ? 0 : 1];
                cost += Math.min(off * off / found.variances()[t], 12);
            }
            likelihoods[first] = Math.exp(-cost / 2);
        }
        return likelihoods;
    }

    /** From the first run of the new level outwards, always to the likelier side, until 95% are in it. */
    private static int[] range(double[] likelihoods, int first) {
        double all = Arrays.stream(likelihoods).sum();
        int low = first;
        int high = first;
        int most = likelihoods.length - 2;
        while (Arrays.stream(likelihoods, low, high + 1).sum() < 0.95 * all && (low > 1 || high < most)) {
            if (high == most || low > 1 && likelihoods[low - 1] >= likelihoods[high + 1]) {
                low--;
            } else {
                high++;
            }
        }
        return new int[] {low, high};
    }

    @Test
    void aChangeLiesWhereItsLikelihoodIs() {
        int wide = 0;
        for (int seed = 0; seed < 60; seed++) {
            double[] values = blurred(3 + seed % 9, seed % 4, 12 - seed % 9, seed % 2 == 0 ? 0.06 : -0.05, seed);
            LevelChanges found = of(values);
            if (found.steps().size() != 1) continue;
            LevelStep step = found.steps().get(0);
            int[] range = range(likelihoods(values, found), step.first());
            assertArrayEquals(range, new int[] {step.earliest(), step.latest()}, "seed " + seed);
            wide += range[1] > range[0] ? 1 : 0;
        }
        assertTrue(wide > 10, "badly told often: " + wide);
    }

    @Test
    void theReachOfAStepIsOfItsError() {
        LevelStep step = of(blurred(15, 0, 15, 0.2, 1)).steps().get(0);
        assertEquals(step.error() * TDistribution.of(step.df()).inverseSurvivalProbability(0.025), step.reach(), 1e-15);
        assertTrue(step.reach() > 2 * step.error());
    }

    @Test
    void runsVaryByWhatTheirDifferencesShowBeyondTheirForks() {
        // Differences of 4, 2, 2, 6 and 20 hundredths: the largest fifth is trimmed.
        double[] values = {0, 0.04, 0.02, 0.04, -0.02, 0.18};
        double seen = (16 + 4 + 4 + 36) * 1e-4 / 2 / 4 / 0.4377;
        double total = (4 * seen + 3 * 0.015 * 0.015) / 7;
        double[] known = {1e-4, 3e-4, 2e-4, 2e-4, 2e-4, 2e-4};
        assertEquals(total - 2e-4, RunNoise.between(values, known), 1e-15);
        assertEquals(0.002 * 0.002, RunNoise.between(values, new double[] {1, 1, 1, 1, 1, 1}), "no less than that");
        assertEquals(0.015 * 0.015 - 1e-4, RunNoise.between(new double[] {7}, new double[] {1e-4}), 1e-15);
        // Two differences are not trimmed, and so not made larger.
        double few = (2 * (16 + 4) * 1e-4 / 2 / 2 + 3 * 0.015 * 0.015) / 5;
        assertEquals(few, RunNoise.between(new double[] {0, 0.04, 0.02}, new double[3]), 1e-15);
        double three = (3 * (16 + 4 + 4) * 1e-4 / 2 / 3 / 0.4377 + 3 * 0.015 * 0.015) / 6;
        assertEquals(three, RunNoise.between(new double[] {0, 0.04, 0.02, 0.04}, new double[4]), 1e-15);
    }
}
