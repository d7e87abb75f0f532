package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A row stops when its interval is narrow")
class ForkPrecisionTest {
    private static final double PRECISION = 0.03;
    private static final int MOST = 10;

    private static Sample row(double... forks) {
        return new Sample(Arrays.stream(forks).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
    }

    private static List<Sample> calmBut(Sample last) {
        List<Sample> rows = new ArrayList<>();
        Simulated simulated = new Simulated(1);
        for (int i = 0; i < 20; i++) {
            rows.add(simulated.sample(100, 3, 5, 0.005, 0.01));
        }
        rows.add(last);
        return rows;
    }

    @Test
    void narrowIsEnoughAndWideIsNot() {
        boolean[] enough = ForkPrecision.enough(calmBut(row(100, 150, 200)), PRECISION);
        assertTrue(enough[0]);
        assertFalse(enough[20]);
    }

    @Test
    void twoForksAreNeverEnough() {
        assertFalse(ForkPrecision.enough(calmBut(row(100, 100)), PRECISION)[20]);
        assertTrue(ForkPrecision.enough(calmBut(row(100, 100, 100)), PRECISION)[20]);
    }

    @Test
    void bimodalForksGoOn() {
        assertFalse(ForkPrecision.enough(calmBut(row(100, 100.1, 120, 120.2)), PRECISION)[20]);
    }

    @Test
    void whoIsFasterDoesNotCount() {
        List<Sample> rows = calmBut(row(100, 103, 106));
        List<Sample> slower = new ArrayList<>(rows);
        slower.set(20, row(1_000, 1_030, 1_060));
        assertArrayEquals(ForkPrecision.enough(rows, PRECISION), ForkPrecision.enough(slower, PRECISION));
    }

    @Test
    void wantedPrecisionIsTheReachOfTheInterval() {
        List<Sample> rows = calmBut(row(100, 102, 101));
        double reach = Estimates.of(rows, ForkPrecision.LEVEL).get(20).relativeHalfWidth();
        assertTrue(ForkPrecision.enough(rows, reach * 1.001)[20]);
        assertFalse(ForkPrecision.enough(rows, reach * 0.999)[20]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void noPrecisionIsRefused(double precision) {
        assertThrows(IllegalArgumentException.class, () -> ForkPrecision.enough(List.of(row(1, 1, 1)), precision));
    }

    /** Repeated looks at a variance choose rows whose variance came out small: what that costs, measured. */
    @Test
    void intervalsOfStoppedRowsStillHoldAndAreNotBiased() {
        Simulated simulated = new Simulated(7);
        int rows = 0;
        int held = 0;
        double error = 0;
        double forks = 0;
        for (int run = 0; run < 150; run++) {
            List<Sample> full = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                full.add(simulated.sample(100, MOST, 3, simulated.deviation(0.02, 6), 0.005));
            }
            for (Estimate estimate : Estimates.of(stopped(full), ForkPrecision.LEVEL)) {
                rows++;
                held += estimate.low() <= 100 && 100 <= estimate.high() ? 1 : 0;
                error += Math.log(estimate.value() / 100);
                forks += estimate.forks();
            }
        }
        double coverage = held / (double) rows;
        assertTrue(coverage > 0.92 && coverage < 0.97, () -> "95% intervals held in " + coverage);
        assertEquals(0, error / rows, 0.001);
        double mean = forks / rows;
        assertTrue(mean > 3 && mean < 0.6 * MOST, () -> mean + " forks");
    }

    private static List<Sample> stopped(List<Sample> full) {
        int[] forks = new int[full.size()];
        Arrays.fill(forks, MOST);
        for (int count = ForkPrecision.LEAST_FORKS; count < MOST; count++) {
            boolean[] enough = ForkPrecision.enough(first(full, forks, count), PRECISION);
            for (int i = 0; i < forks.length; i++) {
                if (enough[i]) {
                    forks[i] = Math.min(forks[i], count);
                }
            }
        }
        return first(full, forks, MOST);
    }

    private static List<Sample> first(List<Sample> full, int[] forks, int most) {
        List<Sample> seen = new ArrayList<>();
        for (int i = 0; i < forks.length; i++) {
            seen.add(new Sample(Arrays.copyOf(full.get(i).forks(), Math.min(forks[i], most))));
        }
        return seen;
    }
}
