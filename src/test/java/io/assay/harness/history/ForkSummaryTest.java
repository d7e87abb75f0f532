package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkSummaryTest {
    private static double value(double... means) {
        return ForkSummary.value(Arrays.stream(means)
                .mapToObj(mean -> new ForkSummary(mean, 77, 77, 1))
                .toList());
    }

    @Test
    void forksStandForTheGeometricMeanOfTheirMeans() {
        assertEquals(4, value(2, 8), 1e-12);
        assertEquals(10, value(1, 10, 100), 1e-12);
    }

    @Test
    void whereAForkHasNoLogarithmThePlainMeanStands() {
        assertEquals(5, value(2, 8, 0, 10), 1e-12);
        assertEquals(3, value(-2, 8), 1e-12);
    }

    @Test
    void aPointIsWorthWhatItsForksAre() {
        List<ForkSummary> forks = List.of(new ForkSummary(3, 1, 1, 1), new ForkSummary(12, 1, 1, 1));
        assertEquals(6, new Point(Made.run(0), forks, Map.of()).value(), 1e-12);
    }

    @Test
    void theBestIsTheLeastTimeAndTheGreatestRate() {
        double[] iterations = {4, 1, 9, 2};
        assertEquals(new ForkSummary(4, 3, 1, 4), ForkSummary.of(iterations, false));
        assertEquals(new ForkSummary(4, 3, 9, 4), ForkSummary.of(iterations, true));
        assertArrayEquals(new double[] {4, 1, 9, 2}, iterations, "left as they were");
    }
}
