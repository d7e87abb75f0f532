package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.Metric;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTest {
    private static Costs of(String unit, double[]... raw) {
        return Costs.of(new Metric(7, Double.NaN, unit, raw));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoCostIsRefusedAndNamed(double value) {
        assertEquals(
                Optional.of("fork 2, iteration 3 measured " + value + " ns/op"),
                of("ns/op", new double[] {1, 2}, new double[] {1, 2, value}).fault());
    }

    @ParameterizedTest
    @CsvSource({"1e300, day/op", "1e-300, ops/day"})
    void aCostThatOverflowsIsRefused(double value, String unit) {
        assertEquals(
                Optional.of("a score beyond what a number can hold"),
                of(unit, new double[] {1, value}).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "4, us/op, 4000",
        "4, ops/us, 250",
        "4, ops/frame, 0.25", // no time that anybody knows, and yet more is better
        "4, apples, 4"
    })
    void costsAreNanosecondsWhereTheUnitIsKnown(double value, String unit, double cost) {
        Costs costs = of(unit, new double[] {value, value});
        assertEquals(Optional.empty(), costs.fault());
        assertArrayEquals(new double[] {cost, cost}, costs.sample().forks()[0]);
        assertEquals(value, Costs.inUnit(cost, unit));
    }

    @Test
    void forksWithoutFiguresAreLeftOut() {
        Costs costs = of("ns/op", new double[0], new double[] {1, 2}, new double[0], new double[] {3});
        assertArrayEquals(new double[][] {{1, 2}, {3}}, costs.sample().forks());
    }

    @Test
    void aScoreAloneIsOneFork() {
        assertArrayEquals(new double[][] {{7}}, of("ns/op").sample().forks());
        assertArrayEquals(
                new double[][] {{7}}, of("ns/op", new double[0]).sample().forks());
        assertEquals(
                Optional.of("no figures, and the score is NaN"),
                Costs.of(new Metric(Double.NaN, Double.NaN, "ns/op", new double[0][]))
                        .fault());
    }

    @Test
    void timesCompareWithTimesAndRatesWithRates() {
        assertTrue(Costs.comparable("ns/op", "s/op"));
        assertTrue(Costs.comparable("ops/s", "ops/ns"));
        assertTrue(Costs.comparable("apples", "apples"));
        assertFalse(Costs.comparable("ns/op", "ops/ns"));
        assertFalse(Costs.comparable("ns/op", "apples"));
        assertFalse(Costs.comparable("pears", "apples"));
        assertFalse(Costs.comparable("ops/frame", "ops/s"));
    }
}
