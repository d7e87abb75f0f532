package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The figures of a row that must not grow, by hand, with quantiles from a table. */
class NoisyRowTest {
    /** Student's t with four degrees of freedom: exceeded by 0.05% and by 20%. */
    private static final double T_4 = 8.610302;

    private static final double T_4_POWER = 0.940965;

    private static double[][] forks(double... values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    private static Change noisy(double threshold, double... head) {
        return TightRule.ALLOCATION.of(forks(100, 140, 120, 90, 130), forks(head), threshold);
    }

    @Test
    void theIntervalIsOfTheForksAlone() {
        Change change = noisy(0.03, 200, 240, 220, 190, 230, 216);
        assertEquals(TightRule.NOISY, change.ratio().method());
        // Means 116 and 216; variances 430, and 1720 / 5 of six forks whose last is their mean.
        double error = Math.sqrt(430.0 / 5 + 344.0 / 6);
        assertEquals(216.0 / 116, change.ratio().value(), 1e-12);
        assertEquals((216 - T_4 * error) / 116, change.ratio().low(), 1e-6);
        assertEquals((216 + T_4 * error) / 116, change.ratio().high(), 1e-6);
        assertEquals(Verdict.CANNOT_TELL, change.verdict(), "100 are within " + T_4 * error);
        assertEquals((T_4 + T_4_POWER) * error / 116, change.smallestVisible(), 1e-6);
        assertEquals(-1, change.forksForFivePercent(), "more than a thousand");
    }

    @Test
    void anIntervalDoesNotReachBelowNothing() {
        assertEquals(0, noisy(0.03, 10, 50, 30, 0, 40).ratio().low());
    }

    @Test
    void farChangesAreToldFromTheThresholdOn() {
        // Both sides vary alike: the error is the square root of 2 * 430 / 5, the reach 112.9.
        double[][] base = forks(112, 152, 132, 102, 142);
        double[][] slower = forks(242, 282, 262, 232, 272);
        TightRule rule = TightRule.ALLOCATION;
        assertEquals(Verdict.SLOWER, rule.of(base, slower, 130 / 128.0).verdict(), "130 are as much as is needed");
        assertEquals(Verdict.CANNOT_TELL, rule.of(base, slower, 131 / 128.0).verdict());
        assertEquals(Verdict.SAME, rule.of(base, slower, 243 / 128.0).verdict(), "130 and 112.9 lie within");
        assertEquals(Verdict.CANNOT_TELL, rule.of(base, slower, 242 / 128.0).verdict());
        assertEquals(Verdict.FASTER, rule.of(slower, base, 0.03).verdict());
    }

    @Test
    void withinWhatIsNeededIsTheSame() {
        assertEquals(Verdict.SAME, noisy(1.0, 101, 141, 121, 91, 131).verdict(), "112.9 and 1 of 116");
        assertEquals(Verdict.CANNOT_TELL, noisy(0.98, 101, 141, 121, 91, 131).verdict(), "of 113.7");
    }

    /** The error shrinks with the square root of the forks, of which there are six on the larger side. */
    @Test
    void forksForFivePercent() {
        double[][] base = forks(1_000, 1_004, 1_002, 999, 1_003);
        double[][] head = forks(1_000, 1_004, 1_002, 999, 1_003, 1_002);
        Change change = TightRule.ALLOCATION.of(base, head, 0.0917);
        assertEquals(0.0917, change.smallestVisible(), 1e-12, "nothing below the threshold is");
        assertEquals(21, change.forksForFivePercent(), "six times 1.834 squared is 20.2");
    }

    @Test
    void moreForksThanAThousandAreNotTold() {
        double[][] wild = forks(1, 1_000, 1, 1_000);
        assertEquals(-1, TightRule.ALLOCATION.of(wild, wild, 0.03).forksForFivePercent());
        double[][] calm = forks(1_000, 1_001.1, 1_000, 1_001.1);
        assertEquals(2, TightRule.ALLOCATION.of(calm, calm, 0.0001).forksForFivePercent());
    }

    @Test
    void twoSidesThatTouchAreNoVerdict() {
        TightRule one = new TightRule(1, 0);
        assertEquals(
                Verdict.CANNOT_TELL,
                one.of(forks(10, 10, 11), forks(11, 12, 12), 0.03).verdict());
        assertEquals(
                Verdict.CANNOT_TELL,
                one.of(forks(11, 12, 12), forks(10, 10, 11), 0.03).verdict());
        assertEquals(
                Verdict.SLOWER,
                one.of(forks(10, 10, 11), forks(12, 12, 13), 0.03).verdict());
        assertEquals(
                Verdict.FASTER,
                one.of(forks(12, 12, 13), forks(10, 10, 11), 0.03).verdict());
    }

    @Test
    void forksThatDifferByTheToleranceAreExact() {
        TightRule one = new TightRule(1, 0);
        Change change = one.of(forks(10, 11), forks(14, 15), 0.03);
        assertEquals(TightRule.EXACT, change.ratio().method());
        assertEquals(14.5 / 10.5, change.ratio().value(), 1e-12);
        assertEquals(14.0 / 11, change.ratio().low(), 1e-12);
        assertEquals(15.0 / 10, change.ratio().high(), 1e-12);
        assertEquals(1 / 10.5, change.smallestVisible(), 1e-12);
        assertEquals(
                TightRule.EXACT,
                one.of(forks(10, 10), forks(11, 11), 0.03).ratio().method());
        assertEquals(Verdict.SAME, one.of(forks(10, 10), forks(11, 11), 0.03).verdict(), "the tolerance is none");
        assertEquals(
                TightRule.NOISY,
                one.of(forks(10, 11.5), forks(14, 15), 0.03).ratio().method());
        assertEquals(
                TightRule.NOISY,
                one.of(forks(10, 11), forks(14, 15.5), 0.03).ratio().method());
    }

    @Test
    void tolerancesMayBeNoneAndNotLess() {
        assertEquals(
                Verdict.SLOWER,
                new TightRule(0, 0).of(forks(10, 10), forks(10.5, 10.5), 0.03).verdict());
        assertThrows(IllegalArgumentException.class, () -> new TightRule(0, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new TightRule(-0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TightRule(Double.NaN, 0));
    }
}
