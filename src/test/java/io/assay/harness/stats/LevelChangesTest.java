package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Small series whose answer can be seen; how often it is right is {@code ChangePointSimulationTest}'s matter. */
class LevelChangesTest {
    private static final double NOISE = 0.01;

    /** Levels of so many runs each, which lie by turns a little above and below. */
    private static double[] series(int each, double... levels) {
        double[] values = new double[each * levels.length];
        Arrays.setAll(values, t -> levels[t / each] + (t % 2 == 0 ? NOISE : -NOISE));
        return values;
    }

    private static double[] known(int n) {
        double[] known = new double[n];
        Arrays.fill(known, NOISE * NOISE);
        return known;
    }

    private static LevelChanges of(double[] values, double smallest) {
        return LevelChanges.of(values, known(values.length), smallest);
    }

    @Test
    void aFlatSeriesIsOneLevel() {
        LevelChanges flat = of(series(10, 0.5, 0.5), 0);
        assertArrayEquals(new int[] {0}, flat.starts());
        assertArrayEquals(new double[] {0.5}, flat.levels(), 1e-12);
        assertEquals(List.of(), flat.steps());
        assertEquals(List.of(), flat.spikes());
        assertEquals(20 - 1 + 3, flat.df());
    }

    @Test
    void stepsAreWhereTheyAre() {
        LevelChanges two = of(series(10, 0, 0.1, -0.05), 0);
        assertArrayEquals(new int[] {0, 10, 20}, two.starts());
        assertArrayEquals(new double[] {0, 0.1, -0.05}, two.levels(), 1e-12);
        assertEquals(List.of(10, 20), two.steps().stream().map(LevelStep::first).toList());
        LevelStep up = two.steps().get(0);
        assertEquals(0.1, up.change(), 1e-12);
        assertEquals(List.of(10, 10), List.of(up.earliest(), up.latest()), "far beyond the noise");
        assertEquals(-0.15, two.steps().get(1).change(), 1e-12);
        assertEquals(0, two.levelOf(0));
        assertEquals(0, two.levelOf(9));
        assertEquals(1, two.levelOf(10));
        assertEquals(2, two.levelOf(29));
    }

    @Test
    void changesBelowTheSmallestAreNotTold() {
        double[] values = series(10, 0, 0.1, 0.4);
        assertArrayEquals(new int[] {0, 20}, of(values, 0.2).starts());
        assertArrayEquals(new int[] {0, 10, 20}, of(values, 0.09).starts());
        assertArrayEquals(new int[] {0}, of(series(10, 0, -0.1), 0.2).starts());
    }

    /** A spike spoils two differences from run to run: with the step, five of 29, of which the largest fifth is trimmed. */
    @Test
    void aSpikeMovesNoLevel() {
        double[] values = series(15, 0, 0.1);
        values[5] = 0.6;
        values[22] = -0.6;
        LevelChanges changes = of(values, 0);
        assertEquals(List.of(5, 22), changes.spikes());
        assertArrayEquals(new int[] {0, 15}, changes.starts());
        assertEquals(0, changes.levels()[0], 0.002);
        assertEquals(0.1, changes.levels()[1], 0.002);
        assertEquals(30 - 2 - 2 + 3, changes.df(), "spikes are not counted");
    }

    /** Three outliers cost as much as a change there and back; four cost more. */
    @Test
    void threeRunsThatComeBackAreSpikesAndFourAreALevel() {
        double[] values = series(40, 0);
        for (int t = 10; t < 13; t++) values[t] += 0.3;
        assertArrayEquals(new int[] {0}, of(values, 0).starts());
        assertEquals(List.of(10, 11, 12), of(values, 0).spikes());
        values[13] += 0.3;
        assertArrayEquals(new int[] {0, 10, 14}, of(values, 0).starts());
        assertEquals(List.of(), of(values, 0).spikes());
    }

    /** Two runs may be a spike yet, three are a level. */
    @Test
    void theEndOfASeries() {
        double[] values = series(20, 0);
        values[18] += 0.3;
        values[19] += 0.3;
        assertArrayEquals(new int[] {0}, of(values, 0).starts());
        values[17] += 0.3;
        assertArrayEquals(new int[] {0, 17}, of(values, 0).starts());
    }

    /**
     * Runs go up and down by threes, so that their mean varies by half as much again as it would if they were independent: the
     * smaller step would be told by variance and t-test alone.
     */
    @Test
    void aStepMustStandOutFromRunsThatResembleTheOnesBefore() {
        assertArrayEquals(
                new int[] {0}, LevelChanges.of(threes(0.024), new double[60], 0).starts());
        assertArrayEquals(
                new int[] {0, 30},
                LevelChanges.of(threes(0.03), new double[60], 0).starts());
    }

    private static double[] threes(double step) {
        double[] values = new double[60];
        Arrays.setAll(values, t -> (t < 30 ? 0 : step) + (t / 3 % 2 == 0 ? 2 * NOISE : -2 * NOISE));
        return values;
    }

    /** Every figure follows from the others, with runs that are known differently well. */
    @Test
    void figuresAgree() {
        Random random = new Random(4);
        double[] values = new double[24];
        double[] known = new double[24];
        for (int t = 0; t < values.length; t++) {
            known[t] = NOISE * NOISE * (1 + t % 4);
            values[t] = (t < 11 ? 0 : 0.12) + Math.sqrt(known[t]) * random.nextGaussian();
        }
        LevelChanges changes = LevelChanges.of(values, known, 0);
        assertArrayEquals(new int[] {0, 11}, changes.starts());
        assertEquals(List.of(), changes.spikes());
        double[] variances = changes.variances();
        double[] sums = new double[2];
        double[] weights = new double[2];
        double scaledSquares = 0;
        for (int t = 0; t < values.length; t++) {
            int level = changes.levelOf(t);
            sums[level] += values[t] / variances[t];
            weights[level] += 1 / variances[t];
            double off = values[t] - changes.levels()[level];
            scaledSquares += off * off / variances[t];
        }
        double freedom = 24 - 2;
        assertEquals(freedom + 3, changes.df());
        double squares = 3 * scaledSquares / (freedom + 3 - scaledSquares);
        double scale = (squares + 3) / (freedom + 3);
        for (int t = 0; t < values.length; t++) {
            assertEquals(known[t] * scale, variances[t] - changes.between(), 1e-12, "run " + t);
        }
        for (int level = 0; level < 2; level++) {
            assertEquals(sums[level] / weights[level], changes.levels()[level], 1e-9);
            assertEquals(Math.sqrt(1 / weights[level]), changes.errors()[level], 1e-12);
        }
        LevelStep step = changes.steps().get(0);
        assertEquals(changes.levels()[1] - changes.levels()[0], step.change(), 1e-15);
        assertEquals(Math.hypot(changes.errors()[0], changes.errors()[1]), step.error(), 1e-15);
        assertEquals(changes.df(), step.df());
        double chance = 2 * 24 * TDistribution.of(step.df()).survivalProbability(step.change() / step.error());
        assertEquals(chance, step.chance(), 1e-15);
        assertTrue(step.earliest() <= 11 && 11 <= step.latest() && step.latest() - step.earliest() < 4, step::toString);
    }
}
