package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatesTest {
    private static final Sample TWO = new Sample(new double[][] {{2, 2}, {8, 8}});
    private static final Sample ONE = new Sample(new double[][] {{5}});

    @Test
    void aloneItIsStudentsT() {
        Estimate estimate = Estimates.of(List.of(TWO), 0.95).get(0);
        assertEquals(4, estimate.value(), 1e-12);
        // t(0.975, 1) = 12.7062; the log fork means are ln 4 -+ ln 2, so their standard error is ln 2.
        assertEquals(4 * Math.exp(12.70620474 * Math.log(2)), estimate.high(), 1e-3 * estimate.high());
        assertEquals(16, estimate.low() * estimate.high(), 1e-9);
        assertEquals(Estimates.OWN, estimate.method());
    }

    @Test
    void oneForkAloneIsUnknown() {
        Estimate estimate = Estimates.of(List.of(ONE), 0.95).get(0);
        assertEquals(5, estimate.value(), 1e-12);
        assertTrue(estimate.unknown());
        assertTrue(Double.isNaN(estimate.low()) && Double.isNaN(estimate.relativeHalfWidth()));
        assertEquals(Estimates.UNKNOWN, estimate.method());
        assertEquals(1, estimate.forks());
    }

    @Test
    void oneForkBorrowsFromRowsThatHaveMore() {
        Simulated simulated = new Simulated(11);
        List<Sample> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(simulated.sample(100, 3, 5, 0.02, 0.01));
        }
        rows.add(ONE);
        Estimate estimate = Estimates.of(rows, 0.95).get(20);
        assertFalse(estimate.unknown());
        assertEquals(Estimates.MODERATED, estimate.method());
        assertTrue(estimate.relativeHalfWidth() > 0.02 && estimate.relativeHalfWidth() < 0.1, estimate::toString);
    }

    @Test
    void oneForkCannotBorrowFromASingleRow() {
        assertTrue(Estimates.of(List.of(TWO, ONE), 0.95).get(1).unknown());
    }

    @Test
    void identicalValuesHaveAPointForAnInterval() {
        Sample constant = new Sample(new double[][] {{7, 7}, {7, 7}, {7, 7}});
        for (Estimate estimate : Estimates.of(List.of(constant, constant), 0.99)) {
            assertEquals(7, estimate.low(), 1e-12);
            assertEquals(7, estimate.high(), 1e-12);
            assertEquals(0, estimate.relativeHalfWidth(), 1e-12);
        }
        assertEquals(7, Estimates.of(List.of(constant), 0.99).get(0).high(), 1e-12);
    }

    @Test
    void aRowWithoutVariationBorrowsSomeFromTheOthers() {
        Simulated simulated = new Simulated(12);
        List<Sample> rows = new ArrayList<>();
        rows.add(new Sample(new double[][] {{7}, {7}, {7}}));
        for (int i = 0; i < 12; i++) {
            rows.add(simulated.sample(1, 3, 5, 0.03, 0.01));
        }
        assertTrue(Estimates.of(rows, 0.95).get(0).relativeHalfWidth() > 0.001);
    }

    @Test
    void anIntervalBeyondWhatADoubleHoldsIsUnknown() {
        Sample wild = new Sample(new double[][] {{1e-200}, {1e200}});
        assertTrue(Estimates.of(List.of(wild), 0.95).get(0).unknown());
    }

    @Test
    void noRowsNoEstimates() {
        assertEquals(List.of(), Estimates.of(List.of(), 0.95));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void refusesALevelThatIsNone(double level) {
        assertThrows(IllegalArgumentException.class, () -> Estimates.of(List.of(TWO), level));
    }
}
