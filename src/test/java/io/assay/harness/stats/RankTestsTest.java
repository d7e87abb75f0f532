package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Ranks, signs and shuffles against the same counted the long way. */
class RankTestsTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** How many of the sums over subsets of the ranks 1 to n are each number. */
    private static double[] signedRanks(int n) {
        double[] counts = new double[n * (n + 1) / 2 + 1];
        for (int subset = 0; subset < 1 << n; subset++) {
            int sum = 0;
            for (int rank = 1; rank <= n; rank++) sum += (subset >> rank - 1 & 1) * rank;
            counts[sum]++;
        }
        return counts;
    }

    private static double[] walsh(double[] ratios) {
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < ratios.length; i++) {
            for (int j = 0; j <= i; j++) means.add(Math.sqrt(ratios[i] * ratios[j]));
        }
        return means.stream().mapToDouble(m -> m).sorted().toArray();
    }

    private static double[] ratios(int n) {
        return new Random(n).doubles(n, 0.9, 1.2).toArray();
    }

    @Test
    void theIntervalOfAFewRatiosLeavesOutWhatIsRarerThanItsLevel() {
        for (int n = 6; n <= 16; n++) {
            double[] counts = signedRanks(n);
            // The largest c such that the rank sum is below c with a chance of at most 2.5%.
            int c = 0;
            double below = counts[0];
            while (below <= 0.025 * (1 << n)) below += counts[++c];
            double[] means = walsh(ratios(n));
            CommonShift shift = CommonShift.of(ratios(n)).orElseThrow();
            assertEquals(means[c - 1], shift.low(), 1e-12, n + " ratios");
            assertEquals(means[means.length - c], shift.high(), 1e-12, n + " ratios");
            assertEquals((means[means.length / 2] + means[(means.length - 1) / 2]) / 2, shift.value(), 1e-4);
        }
    }

    @Test
    void theIntervalOfManyIsByTheNormalDistribution() {
        for (int n : new int[] {61, 100}) {
            double z = NORMAL.inverseCumulativeProbability(0.025);
            int c = (int) Math.floor(n * (n + 1) / 4.0 + z * Math.sqrt(n * (n + 1) * (2.0 * n + 1) / 24));
            double[] means = walsh(ratios(n));
            CommonShift shift = CommonShift.of(ratios(n)).orElseThrow();
            assertEquals(means[c], shift.low(), 1e-12);
            assertEquals(means[means.length - 1 - c], shift.high(), 1e-12);
        }
    }

    @Test
    void aShiftIsShownBeyondOne() {
        assertFalse(new CommonShift(1.1, 1, 1.2, 9).shown());
        assertTrue(new CommonShift(1.1, Math.nextUp(1.0), 1.2, 9).shown());
        assertFalse(new CommonShift(0.9, 0.8, 1, 9).shown());
        assertTrue(new CommonShift(0.9, 0.8, Math.nextDown(1.0), 9).shown());
    }

    @Test
    void eachEndIsWidenedByTheOppositeOneAtTheRatiosLevel() {
        CommonShift shift = new CommonShift(1.2, 1.2 / 1.05, 1.2 * 1.09, 10);
        Ratio wide = shift.widen(new Ratio(2, 2 / 1.02, 2 * 1.03, 0.99, 5, 7, "m"));
        double stretch = NORMAL.inverseCumulativeProbability(0.995) / NORMAL.inverseCumulativeProbability(0.975);
        assertEquals(Math.hypot(Math.log(1.03), stretch * Math.log(1.05)), Math.log(wide.high() / 2), 1e-12);
        assertEquals(Math.hypot(Math.log(1.02), stretch * Math.log(1.09)), Math.log(2 / wide.low()), 1e-12);
        assertEquals(List.of(5, 7), List.of(wide.forks(), wide.otherForks()));
        Ratio none = new Ratio(0, 0, 1, 0.95, 5, 5, "m");
        assertEquals(none, shift.widen(none));
    }

    @Test
    void theLargestStepIsOfTheMeansBeforeAndAfter() {
        for (int seed = 0; seed < 50; seed++) {
            double[] values = new Random(seed).doubles(2 + seed % 9).toArray();
            double highest = -1;
            int best = 0;
            for (int before = 1; before < values.length; before++) {
                double first = Arrays.stream(values, 0, before).average().orElseThrow();
                double second =
                        Arrays.stream(values, before, values.length).average().orElseThrow();
                double height = Math.abs(second - first) / Math.sqrt(1.0 / before + 1.0 / (values.length - before));
                if (height > highest) {
                    highest = height;
                    best = before;
                }
            }
            StepChange.Step step = StepChange.largest(values);
            assertEquals(best, step.before(), "seed " + seed);
            assertEquals(highest, step.height(), 1e-9);
        }
        assertEquals(1, StepChange.largest(new double[] {1, 2, 2, 1}).before(), "of two alike the first");
    }

    @Test
    void stepsThatDifferInTheLastDigitAloneAreTies() {
        double[] values = {0.1, 0.2, 0.3, 9, 9, 9};
        assertEquals(1, StepChange.chance(values, new int[][] {{0, 1, 2}, {3, 4, 5}}));
    }

    /** Two blocks of two, both low before the step and high behind it, or both the other way round: two of four orders. */
    @Test
    void theChanceIsThatOfTheShuffles() {
        assertEquals(0.5, StepChange.chance(new double[] {0, 0, 1, 1}, new int[][] {{0, 2}, {1, 3}}), 0.05);
        double[] many = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0 : 1).toArray();
        assertEquals(0.001, StepChange.chance(many, new int[][] {
            IntStream.range(0, 40).toArray()
        }));
    }

    @Test
    void scoresOfLongSeriesAreNormal() {
        double[] first = new Random(1).doubles(30).toArray();
        double[] second = new Random(2).doubles(25).toArray();
        int score = MannKendall.score(first) + MannKendall.score(second);
        double variance = (30 * 29 * 65.0 + 25 * 24 * 55.0) / 18;
        double tail = NORMAL.survivalProbability((Math.abs(score) - 1) / Math.sqrt(variance));
        assertEquals(2 * tail, MannKendall.pValue(new double[][] {first, second}), 1e-12);
        assertTrue(score != 0);
    }

    /** Series of 28, 7 and 2 have 400 pairs, the last number that is counted exactly: the normal one would be a little off. */
    @Test
    void fourHundredPairsAreCounted() {
        double[] trend =
                IntStream.range(0, 28).mapToDouble(i -> (i * 7 % 28) + 0.3 * i).toArray();
        double[][] series = {trend, {1, 2, 3, 4, 5, 6, 7}, {1, 2}};
        int score = MannKendall.score(trend) + 21 + 1;
        double variance = (28 * 27 * 61.0 + 7 * 6 * 19 + 2 * 9) / 18;
        double normal = 2 * NORMAL.survivalProbability((Math.abs(score) - 1) / Math.sqrt(variance));
        double exact = MannKendall.pValue(series);
        assertEquals(1, exact / normal, 0.3);
        assertTrue(Math.abs(exact / normal - 1) > 0.01, () -> exact + " and " + normal);
    }
}
