package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes an operation: what JMH itself allocates in an iteration is shared out among its operations, and is no one's class. */
class AllocationSeriesTest {
    private static final double ITERATION = 200e6;
    /** Of JMH 1.37 on JDK 17, in its dearest iterations. */
    private static final double OF_JMH = 17_000;

    private static String label(DoubleUnaryOperator nanos, DoubleUnaryOperator bytes, String mode, String iteration) {
        return bytes(nanos, bytes, mode, iteration).map(ScaledSeries::label).orElse("no series");
    }

    /** The bytes that operations of some duration allocate beside JMH's. */
    private static Optional<ScaledSeries> bytes(
            DoubleUnaryOperator nanos, DoubleUnaryOperator bytes, String mode, String iteration) {
        List<Row> rows = new ArrayList<>();
        for (int n = 4096; n >= 16; n /= 2) {
            double time = nanos.applyAsDouble(n);
            double operations = mode.equals("ss") ? 1 : Math.max(ITERATION / time, 1);
            double told = bytes.applyAsDouble(n) + OF_JMH / operations;
            rows.add(new Row(
                    new RowKey("x.B.m", mode, Map.of("n", "" + n)),
                    1,
                    metric(time, "ns/op"),
                    Map.of(Costs.ALLOCATION, metric(told, "B/op")),
                    "17",
                    List.of(),
                    Map.of("measurementTime", iteration)));
        }
        return ScaledSeries.of(SeriesFile.ofRun(rows, new CellsFile(Map.of(), List.of(), List.of(), List.of())))
                .stream()
                .filter(scaled -> scaled.series().metric().equals(Costs.ALLOCATION))
                .findFirst();
    }

    private static Metric metric(double value, String unit) {
        double[][] forks = {{value}, {1.01 * value}, {0.99 * value}};
        return new Metric(value, Double.NaN, unit, forks);
    }

    @Test
    void whatJmhAllocatesWhileALongOperationRunsIsNoQuadraticAllocation() {
        DoubleUnaryOperator nothing = n -> 0;
        for (String label : List.of(
                label(n -> n * n / 2, nothing, "avgt", "200 ms"), label(n -> n * n, n -> 16, "avgt", "200 ms"))) {
            assertNotEquals("O(n^2)", label);
            assertNotEquals("O(n)", label);
        }
    }

    @Test
    void lessThanAnObjectIsNothing() {
        assertEquals("O(1)", label(n -> 5 * n, n -> 0, "avgt", "200 ms"));
    }

    @Test
    void sizesWhoseBytesMayAllBeJmhsAreLeftOutAndNamed() {
        assertEquals("O(1)", label(n -> 80 * n, n -> 0, "avgt", "200 ms"));
        ScaledSeries scaled = bytes(n -> 80 * n, n -> 0, "avgt", "200 ms").orElseThrow();
        assertEquals(512, scaled.series().curve().orElseThrow().n()[5]);
        assertEquals(
                List.of(
                        "without n = 1024, 2048, 4096: all that was allocated may be JMH's own; longer iterations tell"),
                scaled.series().warnings());
    }

    @Test
    void whatIsMoreThanJmhsAtTheLargestSizesStays() {
        assertEquals(
                9,
                bytes(n -> 80 * n, n -> 100, "avgt", "200 ms")
                        .orElseThrow()
                        .series()
                        .sizes());
    }

    @ParameterizedTest
    @CsvSource({"1, O(n)", "0.02, O(n)"})
    void whatIsMoreThanJmhsKeepsItsClass(double speed, String expected) {
        assertEquals(expected, label(n -> n / speed, n -> 100 + 24 * n, "avgt", "200 ms"));
    }

    @Test
    void aSingleShotCarriesAllOfIt() {
        assertEquals("O(n)", label(n -> 1e3 * n, n -> 50_000 * n, "ss", "single-shot"));
        assertEquals("no series", label(n -> 1e3 * n, n -> 2 * n, "ss", "single-shot"));
    }

    @Test
    void ofAFileThatDoesNotSayHowLongItMeasuredAllIsTheBenchmarks() {
        assertEquals("O(n^2)", label(n -> n * n, n -> n * n / 4, "avgt", "none"));
    }
}
