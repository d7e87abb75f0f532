package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Costs of points and what their forks know of them, by hand. */
class CostsTest {
    private static final String BYTES = "gc.alloc.rate.norm";
    private static final double E = Math.E;

    private static Costs times(Point... points) {
        return Costs.of(Made.times(List.of(points)), List.of(points));
    }

    private static double cost(String metric, String unit, double value) {
        Series series = Made.of(metric, unit, value);
        return Costs.of(series, series.points()).values()[0];
    }

    @Test
    void aPointCostsTheMeanLogarithmOfItsForksMedians() {
        assertArrayEquals(
                new double[] {2, 3},
                times(Made.point(0, E, E * E * E), Made.point(1, E * E * E)).values(),
                1e-12);
    }

    @Test
    void aRateCostsItsReciprocal() {
        assertEquals(-Math.log(20), cost(Series.SCORE, "ops/s", 20), 1e-12);
        assertEquals(Math.log(20), cost(Series.SCORE, "ns/op", 20), 1e-12);
    }

    @Test
    void bytesCostThemselvesAndOneAndLessThanHalfIsNone() {
        assertEquals(Math.log(25), cost(BYTES, "B/op", 24), 1e-12);
        assertEquals(Math.log(1.5), cost(BYTES, "B/op", 0.5), 1e-12);
        assertEquals(0, cost(BYTES, "B/op", 0.499));
        assertEquals(Math.log(0.25), cost("mem.live", "B", 0.25), 1e-12, "what lives has no such noise");
    }

    @Test
    void aTimeOfNothingHasACostYet() {
        assertEquals(Math.log(Double.MIN_NORMAL), cost(Series.SCORE, "ns/op", 0));
    }

    @Test
    void variancesOfForksAreModeratedByThoseOfTheOtherRuns() {
        // Logarithms 0 and 2, 0 and 4, 0 and 6 and 6: variances 2, 8 and 12, of which 8 is typical, and worth two
        // forks.
        Costs costs = times(
                Made.point(0, 1, E * E),
                Made.point(1, 1, Math.pow(E, 4)),
                Made.point(2, 1, Math.pow(E, 6), Math.pow(E, 6)),
                Made.point(3, E));
        assertArrayEquals(
                new double[] {
                    (2 + 2 * 8) / 3.0 / 2, // one degree of freedom of its own; the mean of two forks
                    8 / 2.0,
                    (2 * 12 + 2 * 8) / 4.0 / 3,
                    8 // nothing of its own
                },
                costs.known(),
                1e-9);
    }

    @Test
    void runsOfOneForkSayNothingOfWhatIsTypical() {
        Costs costs = times(Made.point(0, 5), Made.point(1, 6), Made.point(2, 7), Made.point(3, 1, E * E));
        assertArrayEquals(new double[] {2, 2, 2, 1}, costs.known(), 1e-9);
    }

    @Test
    void whereNoRunHasTwoForksNothingIsKnown() {
        assertArrayEquals(
                new double[2], times(Made.point(0, 5), Made.point(1, 6)).known());
    }

    @Test
    void costsGoBackIntoTheUnitOfTheirSeries() {
        for (String[] metric : new String[][] {{Series.SCORE, "ns/op"}, {Series.SCORE, "ops/s"}, {BYTES, "B/op"}}) {
            for (double value : new double[] {0.5, 1, 24, 1e6}) {
                Series series = Made.of(metric[0], metric[1], value);
                double cost = cost(metric[0], metric[1], value);
                assertEquals(value, Costs.inUnit(series, cost), 1e-9 * value, metric[0] + " " + metric[1]);
            }
        }
    }
}
