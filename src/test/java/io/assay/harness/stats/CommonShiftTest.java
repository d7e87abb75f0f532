package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("By how much many ratios moved alike")
class CommonShiftTest {
    private static double[] ratios(Random random, int n, double shift, double scatter) {
        return IntStream.range(0, n)
                .mapToDouble(i -> shift * Math.exp(scatter * random.nextGaussian()))
                .toArray();
    }

    @Test
    void fiveAreTooFewForTheLevel() {
        assertEquals(Optional.empty(), CommonShift.of(2, 2, 2, 2, 2));
        assertTrue(CommonShift.of(2, 2, 2, 2, 2, 2).orElseThrow().shown());
    }

    @Test
    @DisplayName("Six ratios: the interval reaches from the lowest to the highest")
    void six() {
        CommonShift shift = CommonShift.of(1.1, 1.2, 1.3, 1.15, 1.25, 1.22).orElseThrow();
        assertEquals(1.1, shift.low(), 1e-12);
        assertEquals(1.3, shift.high(), 1e-12);
        assertEquals(6, shift.rows());
    }

    @ParameterizedTest
    @DisplayName("The interval holds the truth in 95% of the cases, or a little more with few rows")
    @ValueSource(ints = {6, 10, 30, 80})
    void coverage(int n) {
        Random random = new Random(20261121L + n);
        int runs = n > 60 ? 500 : 2000;
        int held = 0;
        for (int i = 0; i < runs; i++) {
            CommonShift shift = CommonShift.of(ratios(random, n, 1.07, 0.03)).orElseThrow();
            held += shift.low() <= 1.07 && 1.07 <= shift.high() ? 1 : 0;
        }
        double share = held / (double) runs;
        assertTrue(share > 0.93 && share < 0.985, n + " rows: " + share);
    }

    @Test
    @DisplayName("A few rows that moved by themselves do not shift it")
    void robust() {
        double[] ratios = ratios(new Random(5), 20, 1, 0.005);
        ratios[3] = 4;
        ratios[7] = 3;
        ratios[11] = 5;
        CommonShift shift = CommonShift.of(ratios).orElseThrow();
        assertEquals(1, shift.value(), 0.01);
        assertFalse(shift.shown());
    }

    @Test
    void widensBySquares() {
        CommonShift shift = new CommonShift(1.2, 1.2 / 1.05, 1.2 * 1.05, 10);
        Ratio ratio = new Ratio(1, 1 / 1.02, 1.02, CommonShift.LEVEL, 5, 5, "m");
        Ratio wide = shift.widen(ratio);
        double expected = Math.hypot(Math.log(1.02), Math.log(1.05));
        assertEquals(expected, Math.log(wide.high()), 1e-12);
        assertEquals(-expected, Math.log(wide.low()), 1e-12);
        assertEquals(1, wide.value());
        Ratio unknown = new Ratio(1, Double.NaN, Double.NaN, 0.95, 1, 1, "m");
        assertEquals(unknown, shift.widen(unknown));
    }
}
