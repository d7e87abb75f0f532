package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The newest run against the level before it, on series whose level can be seen. */
class NewestRunTest {
    private static final double NOISE = 0.01;

    /** Runs by turns a little above and below 0; one more at the end, of the given cost. */
    private static double[] series(int before, double newest) {
        double[] values = new double[before + 1];
        Arrays.setAll(values, t -> t % 2 == 0 ? NOISE : -NOISE);
        values[before] = newest;
        return values;
    }

    private static double[] known(int n) {
        double[] known = new double[n];
        Arrays.fill(known, NOISE * NOISE);
        return known;
    }

    private static Optional<NewestRun> of(double[] values, double threshold) {
        return NewestRun.of(values, known(values.length), threshold);
    }

    private static NewestRun newest(double[] values, double threshold) {
        return of(values, threshold).orElseThrow();
    }

    private static LevelChanges past(double[] values) {
        int n = values.length - 1;
        return LevelChanges.of(Arrays.copyOf(values, n), known(n), 0.01);
    }

    @Test
    void fourRunsAreAPast() {
        assertEquals(Optional.empty(), of(series(3, 0), 0.03));
        assertEquals(4, newest(series(4, 0), 0.03).runs());
    }

    @Test
    void onlyRunsOfTheLastLevelAreAPast() {
        for (int runs = 3; runs <= 5; runs++) {
            double[] values = series(20 + runs, 0.3);
            for (int t = 20; t < values.length - 1; t++) values[t] += 0.3;
            assertEquals(2, past(values).levels().length);
            int known = runs;
            assertEquals(
                    runs < 4 ? Optional.empty() : Optional.of(runs),
                    of(values, 0.03).map(NewestRun::runs),
                    () -> known + " runs");
        }
    }

    @Test
    void spikesOfTheLastLevelAreNoneOfItsRuns() {
        double[] values = series(30, 0);
        values[4] += 0.5;
        values[9] -= 0.5;
        assertEquals(28, newest(values, 0.03).runs());
        double[] stepped = series(45, 0.3);
        for (int t = 20; t < 45; t++) stepped[t] += 0.3;
        stepped[5] += 0.5;
        stepped[30] += 0.5;
        assertEquals(24, newest(stepped, 0.03).runs(), "that of the level before is not counted");
    }

    @Test
    void figuresFollowFromThePast() {
        double[] values = series(24, 0.08);
        double[] known = known(25);
        known[24] *= 7;
        LevelChanges past = past(values);
        NewestRun newest = NewestRun.of(values, known, 0.03).orElseThrow();
        double error = Math.sqrt(past.errors()[0] * past.errors()[0] + past.between() + 7 * NOISE * NOISE);
        TDistribution t = TDistribution.of(past.df());
        assertEquals(0.08 - past.levels()[0], newest.change(), 1e-15);
        assertEquals(t.survivalProbability(newest.change() / error), newest.chance(), 1e-12);
        assertEquals(error * t.inverseSurvivalProbability(0.025), newest.reach(), 1e-12);
        assertTrue(newest.chance() > 1e-6 && newest.chance() < 0.05, newest::toString);
    }

    @Test
    void theVerdictIsOfTheThreshold() {
        double[] slower = series(30, 0.2);
        assertEquals(Verdict.SLOWER, newest(slower, 0.03).verdict());
        assertEquals(Verdict.FASTER, newest(series(30, -0.2), 0.03).verdict());
        double change = newest(slower, 0.03).change();
        assertEquals(Verdict.SLOWER, newest(slower, change).verdict());
        assertEquals(Verdict.CANNOT_TELL, newest(slower, Math.nextUp(change)).verdict());
    }

    @Test
    void theSameIsWhatLiesWithinTheThresholdWhole() {
        double[] values = series(30, -0.004);
        NewestRun newest = newest(values, 0.2);
        assertEquals(Verdict.SAME, newest.verdict());
        double furthest = Math.abs(newest.change()) + newest.reach();
        assertEquals(Verdict.CANNOT_TELL, newest(values, furthest).verdict());
        assertEquals(Verdict.SAME, newest(values, Math.nextUp(furthest)).verdict());
        assertEquals(Verdict.CANNOT_TELL, newest(values, 0.03).verdict());
    }

    /** A series in which one run of forty is a spike may have one now too: a chance below that is never told. */
    @Test
    void aNewestRunMayBeASpike() {
        double[] values = series(40, 0.3);
        values[17] += 0.3;
        NewestRun once = newest(values, 0.03);
        assertEquals(1 / 40.0, once.chance(), 1e-12);
        assertEquals(Verdict.CANNOT_TELL, once.verdict());
    }

    @Test
    void spikesOneAfterTheOtherAreLessLikely() {
        double[] twice = series(40, 0.3);
        twice[39] += 0.3;
        assertEquals(1 / 40.0 / 40, newest(twice, 0.03).chance(), 1e-12);
        assertEquals(Verdict.SLOWER, newest(twice, 0.03).verdict());
        double[] thrice = series(40, 0.3);
        thrice[38] += 0.3;
        thrice[39] += 0.3;
        assertEquals(2 / 40.0 * 2 / 40 * 2 / 40, newest(thrice, 0.03).chance(), 1e-12);
        double[] apart = series(40, 0.3);
        apart[37] += 0.3;
        apart[39] += 0.3;
        assertEquals(2 / 40.0 * 2 / 40, newest(apart, 0.03).chance(), 1e-12, "as far as they come one after the other");
        double[] opposite = series(40, 0.3);
        opposite[39] -= 0.3;
        assertEquals(1 / 40.0, newest(opposite, 0.03).chance(), 1e-12, "in the same direction");
        double[] down = series(40, -0.3);
        down[39] -= 0.3;
        assertEquals(1 / 40.0 / 40, newest(down, 0.03).chance(), 1e-12);
    }

    /** Runs that are far off and no spikes yet count by how odd they are. */
    @Test
    void runsThatAreOddCountToo() {
        double[] values = series(40, 0.3);
        values[10] += 0.3;
        values[39] = 0.045;
        LevelChanges past = past(values);
        assertEquals(1, past.spikes().size());
        double off = (0.045 - past.levels()[0]) / Math.sqrt(past.variances()[39]);
        double odd = TDistribution.of(past.df()).survivalProbability(off);
        assertTrue(odd < 0.05, () -> off + " deviations");
        assertEquals(Math.max(odd, 1 / 40.0) / 40, newest(values, 0.03).chance(), 1e-12);
    }
}
