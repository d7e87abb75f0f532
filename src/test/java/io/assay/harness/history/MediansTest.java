package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What rows say of runs, added up by hand. */
class MediansTest {
    /** Two runs on one machine, the second of them on another too. */
    private static final List<Drift.At> PLACES =
            List.of(new Drift.At(7, "a"), new Drift.At(8, "a"), new Drift.At(8, "b"));

    private static final double[] SPREAD = {0.01, -0.05, 0.03, -0.03, 0.05, -0.01};

    /** What rows say of the places, one array a place. */
    private static Medians said(double[]... values) {
        Medians medians = new Medians(PLACES, 8);
        for (int row = 0; row < 8; row++) {
            int number = row;
            int[] at = IntStream.range(0, values.length)
                    .filter(place -> number < values[place].length)
                    .toArray();
            medians.add(
                    at,
                    IntStream.of(at).mapToDouble(place -> values[place][number]).toArray());
        }
        return medians;
    }

    private static double[] around(double centre) {
        return Arrays.stream(SPREAD).map(v -> v + centre).toArray();
    }

    @Test
    void aRunHasTheMedianOfItsRowsAndNoneIfTheyAreFewerThanSix() {
        double[] five = {1, 1, 1, 1, 1};
        double[] six = {9, 1, 2, 4, 3, 100};
        double[] seven = {-1, -9, -3, -2, -100, 5, -4};
        assertArrayEquals(new double[] {0, 3.5, -3}, said(five, six, seven).medians());
    }

    @Test
    void aRowSaysItsValuesOfTheRunsThatItNames() {
        Medians medians = new Medians(PLACES, 6);
        for (int row = 0; row < 6; row++) medians.add(new int[] {2, 0}, new double[] {0.2, 0.7});
        assertArrayEquals(new double[] {0.7, 0, 0.2}, medians.medians());
    }

    @Test
    void theShareIsWhatTheNoiseOfTheMediansDoesNotExplain() {
        // Medians 0 and 0.2 vary by 0.02. The median distance of their rows is 0.03 and 0.02; that of normal values is
        // 0.6745 standard deviations, and a median of n of them varies by pi/2n of their variance.
        double[] seven = {0.2, 0.18, 0.22, 0.16, 0.24, 0.195, 0.21};
        double six = Math.PI / 2 * Math.pow(1.4826 * 0.03, 2) / 6;
        double other = Math.PI / 2 * Math.pow(1.4826 * 0.02, 2) / 7;
        double share = 1 - (six + other) / 2 / 0.02;
        assertEquals(share, said(around(0), seven).share(), 1e-12);
        assertEquals(share, said(around(0), new double[] {5, 5, 5, 5, 5}, seven).share(), 1e-12, "too few rows");
    }

    @Test
    void nothingIsTakenForRealWhereNothingIsSeen() {
        assertEquals(0, said(around(0.1)).share(), "one run has no variance");
        assertEquals(0, said(around(0.1), around(0.1)).share(), "no variance at all, but noise");
        double[] same = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertEquals(0, said(same, same, same).share(), "neither variance nor noise");
        assertEquals(0, said(around(0.1), around(0.101)).share(), "less variance than noise");
    }

    @Test
    void withoutNoiseAllIsReal() {
        double[] low = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        double[] high = {0.3, 0.3, 0.3, 0.3, 0.3, 0.3};
        assertEquals(1, said(low, high).share());
    }

    @Test
    void mediansAreDrawnTowardsNoneAndRunsOfFewRowsAreLeftOut() {
        Medians medians = said(around(0.4), new double[] {1, 1, 1, 1, 1}, around(-0.8));
        Map<Drift.At, Double> shrunken = medians.shrunken(0.25);
        assertEquals(2, shrunken.size());
        assertEquals(0.1, shrunken.get(PLACES.get(0)), 1e-12);
        assertEquals(-0.2, shrunken.get(PLACES.get(2)), 1e-12);
    }

    @Test
    void machinesAreToldApart() {
        double[] one = {1, 1, 1, 1, 1, 1};
        double[] two = {2, 2, 2, 2, 2, 2};
        double[] three = {3, 3, 3, 3, 3, 3};
        assertEquals(
                Map.of("a", Map.of(7L, 1.0, 8L, 2.0), "b", Map.of(8L, 3.0)),
                said(one, two, three).byMachine());
    }

    @Test
    void whatAllRowsShareMovesMediansAndNotTheShare() {
        double share = said(around(0), around(0.1)).share();
        for (double by : new double[] {-1, -0.3, 0.01, 0.7}) {
            Medians moved = said(around(by), around(0.1 + by));
            assertArrayEquals(new double[] {by, 0.1 + by, 0}, moved.medians(), 1e-12);
            assertEquals(share, moved.share(), 1e-9);
        }
    }
}
