package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** What a row could have shown, by the formulas of {@code docs/method.md} written out once more. */
class ChangeVisibilityTest {
    private static final double LEVEL = 0.001;
    private static final double THRESHOLD = Math.log(1.03);
    private static final double FIVE = Math.log(1.05);
    /** Of the standard normal distribution, from a table. */
    private static final double QUANTILE_80 = 0.8416212335729143;

    private static ChangeTest change(double change, double variance, double threshold, int base, int head) {
        return new ChangeTest(
                change, variance, base + head - 2 + SpreadPrior.DF, threshold, base, head, new TailQuantiles());
    }

    private static double careful(double variance, int base, int head) {
        double error = Math.sqrt((variance + Math.pow(THRESHOLD / 10, 2)) * (1.0 / base + 1.0 / head));
        return Math.pow(error, 1.2) / Math.pow(THRESHOLD, 0.2);
    }

    @Test
    void aChangeIsHeldAgainstItsCarefulError() {
        ChangeTest test = change(-0.02, 4e-4, THRESHOLD, 5, 7);
        double care = careful(4e-4, 5, 7);
        TDistribution t = TDistribution.of(5 + 7 - 2 + 2);
        assertEquals(t.survivalProbability(0.02 / care), test.chance(), 1e-12);
        assertEquals(t.inverseSurvivalProbability(LEVEL) * care, test.reach(LEVEL), 1e-12);
    }

    @Test
    void whatIsVisibleIsTheReachAndItsSpread() {
        for (double variance : new double[] {1e-6, 4e-4, 1e-2}) {
            double error = Math.sqrt((variance + Math.pow(THRESHOLD / 10, 2)) * (1.0 / 5 + 1.0 / 7));
            double reach = TDistribution.of(12).inverseSurvivalProbability(LEVEL) * careful(variance, 5, 7);
            // The delta method: of twelve degrees of freedom ten are the row's own, and the reach goes with error^1.2.
            double ofReach = reach * 1.2 * (10.0 / 12) / Math.sqrt(20);
            double spread = Math.sqrt(error * error + ofReach * ofReach);
            assertEquals(
                    Math.max(THRESHOLD, reach) + spread * QUANTILE_80,
                    change(0, variance, THRESHOLD, 5, 7).visible(LEVEL),
                    1e-9);
        }
    }

    @Test
    void asManyForksAsAreToldSeeFivePercentAndOneFewerDoesNot() {
        for (double variance : new double[] {1e-4, 3e-4, 1e-3}) {
            int forks = change(0, variance, THRESHOLD, 5, 5).forksForFivePercent(LEVEL);
            assertTrue(forks > 2, () -> forks + " forks");
            assertTrue(change(0, variance, THRESHOLD, forks, forks).visible(LEVEL) <= FIVE);
            assertTrue(change(0, variance, THRESHOLD, forks - 1, forks - 1).visible(LEVEL) > FIVE);
        }
    }

    @Test
    void fivePercentAreNeverSeenWhereTheThresholdOrTheNoiseHidesThem() {
        assertEquals(-1, change(0, 1e-4, FIVE, 5, 5).forksForFivePercent(LEVEL));
        assertTrue(change(0, 1e-4, THRESHOLD, 5, 5).forksForFivePercent(LEVEL) > 0);
        assertEquals(-1, change(0, 1, THRESHOLD, 5, 5).forksForFivePercent(LEVEL));
    }
}
