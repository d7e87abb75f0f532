package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is made of the forks of a curve. */
class PointsTest {
    private static final double FLOOR = 0.004 * 0.004;

    private static double[][] forks(double... costs) {
        double[][] forks = new double[costs.length][];
        for (int i = 0; i < costs.length; i++) forks[i] = new double[] {costs[i]};
        return forks;
    }

    @Test
    void oneForkAPointVariesByThreePercent() {
        Points points = Points.of(new Curve(new double[] {1, 2}, forks(10, 20), 0));
        assertArrayEquals(new double[] {9e-4 + FLOOR, 9e-4 + FLOOR}, points.variance(), 1e-15);
        assertEquals(1, points.df());
        assertEquals(20, points.cost(1), 1e-12);
    }

    /** Heap bytes come in steps of eight, each equally likely: a twelfth of the square, of ten bytes. */
    @Test
    void aGrainBlursSmallCosts() {
        Points points = Points.of(new Curve(new double[] {1, 2}, forks(10, 1_000), 8));
        assertEquals(9e-4 + FLOOR + 0.64 / 12, points.variance()[0], 1e-12);
        assertEquals(9e-4 + FLOOR + 0.000064 / 12, points.variance()[1], 1e-12);
    }

    @Test
    void pointsBorrowFromTheMedian() {
        double e = Math.E;
        double[][] forks = {
            {1, Math.pow(e, 0.02)}, {1, Math.pow(e, 0.04)}, {1, Math.pow(e, 0.06), Math.pow(e, 0.12)}, {1}
        };
        Points points = Points.of(new Curve(new double[] {1, 2, 4, 8}, forks, 0));
        double one = Math.pow(1 - 2.0 / 9, 3);
        double two = Math.pow(1 - 1.0 / 9, 3);
        double[] own = {2e-4, 8e-4, 36e-4, 0};
        double[] spreads = {own[0] / one, own[1] / one, own[2] / two};
        assertTrue(spreads[0] < spreads[1] && spreads[1] < spreads[2]);
        double pooled = spreads[1];
        int[] df = {1, 1, 2, 0};
        for (int i = 0; i < 4; i++) {
            double variance = (6 * pooled + df[i] * own[i]) / (6 + df[i]) / (df[i] + 1) + FLOOR;
            assertEquals(variance, points.variance()[i], 1e-12, "point " + i);
        }
        assertEquals(4, points.df(), "one, one and two");
    }

    @Test
    void manyForksAreNoMoreThanSixDegrees() {
        double[][] forks = {{1, 1.1, 1.2, 1.3, 1.4}, {1, 1.1, 1.2, 1.3, 1.4}};
        assertEquals(6, Points.of(new Curve(new double[] {1, 2}, forks, 0)).df());
    }

    /** Where forks pull by no more than 1.5 deviations each, the pulls to both sides are alike. */
    @Test
    void aForkFarOffPullsNoMoreThanOneNear() {
        double[] logs = {0, 0.01, 0.03, 0.9};
        double[] costs = new double[4];
        for (int i = 0; i < 4; i++) costs[i] = Math.exp(logs[i]);
        Points points = Points.of(new Curve(new double[] {1}, new double[][] {costs}, 0));
        double mean = (0.01 + 0.03 + 0.9) / 4;
        double own = 0;
        for (double log : logs) own += (log - mean) * (log - mean) / 3;
        double scale = Math.sqrt(own / Math.pow(1 - 2.0 / 27, 3));
        double centre = points.logCost()[0];
        double pulls = 0;
        for (double log : logs) pulls += Math.max(-1.5, Math.min(1.5, (log - centre) / scale));
        assertEquals(0, pulls, 1e-6);
        assertTrue(centre > 0.02 && centre < mean, () -> "" + centre);
    }

    @Test
    void forksThatAgreeHaveTheirMedian() {
        Points points = Points.of(new Curve(new double[] {1}, new double[][] {{7, 7, 7}}, 0));
        assertEquals(7, points.cost(0), 1e-12);
        assertEquals(FLOOR, points.variance()[0], 1e-15);
    }

    @Test
    void theLastPointCanBeLeftOut() {
        Points all = Points.of(new Curve(new double[] {1, 2, 4}, forks(10, 20, 40), 0));
        Points less = all.withoutLast();
        assertEquals(2, less.size());
        assertArrayEquals(new double[] {1, 2}, less.n());
        assertEquals(20, less.cost(1), 1e-12);
        assertEquals(2, less.variance().length);
        assertEquals(all.df(), less.df());
        double[] moved = {1, 2, 3};
        assertArrayEquals(moved, all.withLogCost(moved).logCost());
    }
}
