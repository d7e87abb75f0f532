package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostsTest {
    private static Metric metric(double score, String unit, double[]... raw) {
        return new Metric(score, Double.NaN, unit, raw);
    }

    private static double[] of(double score, String unit, double[]... raw) {
        return Costs.of(metric(score, unit, raw)).orElseThrow();
    }

    /** Operations of so many nanoseconds in iterations of a second. */
    private static Row row(String mode, int threads, double nanos, Map<String, String> conditions) {
        RowKey key = new RowKey("x.B.m", mode, Map.of("n", "16"));
        return new Row(key, threads, metric(nanos, "ns/op"), Map.of(), "17", List.of(), conditions);
    }

    private static Row row(int threads, double nanos) {
        return row("avgt", threads, nanos, Map.of("measurementTime", "1 s"));
    }

    @ParameterizedTest
    @CsvSource({"ns/op, ns/op", "us/op, ns/op", "ops/s, ns/op", "B/op, B/op", "ops/mile, ops/mile"})
    void timesAndRatesAreToldInNanoseconds(String unit, String told) {
        assertEquals(told, Costs.unit(unit));
    }

    @Test
    void aForkCostsTheMedianOfThreeIterationsAndTheMeanOfTwo() {
        double[] costs = of(7, "us/op", new double[] {1, 2, 9}, new double[] {4, 8}, new double[] {}, new double[] {5});
        assertArrayEquals(new double[] {2_000, 6_000, 5_000}, costs, 1e-9);
        assertArrayEquals(new double[] {4.5}, of(7, "B/op", new double[] {9, 1, 5, 4}), 1e-12);
    }

    @Test
    void withoutForksTheScoreIsTheCost() {
        assertArrayEquals(new double[] {7}, of(7, "ns/op"));
        assertArrayEquals(new double[] {7}, of(7, "ns/op", new double[0]));
    }

    @Test
    void moreOfARateIsLessOfACost() {
        assertArrayEquals(new double[] {4}, of(1, "ops/us", new double[] {250}), 1e-12);
        assertArrayEquals(new double[] {0.25}, of(1, "ops/mile", new double[] {4}), 1e-12);
        assertArrayEquals(new double[] {4}, of(1, "miles", new double[] {4}), 1e-12);
    }

    @Test
    void oneFigureThatIsNoneSpoilsAllForks() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -3, 0}) {
            double[][] raw = {{5, 5, 5}, {bad, bad, bad}};
            assertTrue(Costs.of(metric(5, "ns/op", raw)).isEmpty(), "" + bad);
        }
        assertTrue(Costs.of(metric(5, "ns/op", new double[] {5, 6, Double.NaN})).isEmpty(), "a median would hide it");
    }

    /** 32 KB of an iteration are shared out among its operations. */
    @ParameterizedTest
    @CsvSource({
        "1,     1000, 0.5",
        "1,   122070.3125, 4",
        "2,   122070.3125, 2",
        "1,   244140.625,  8",
        "1, 1000000,  8",
        "1,     1e12, 8",
    })
    void lessThanAnObjectOrThanJmhsShareIsNothing(int threads, double nanos, double none) {
        Row row = row(threads, nanos);
        double[] raw = {none, none + 0.1};
        double[] allocated = Costs.allocated(row, metric(none, "B/op", new double[] {raw[0]}, new double[] {raw[1]}))
                .orElseThrow();
        assertArrayEquals(new double[] {0.5, none + 0.1}, allocated, 1e-12);
    }

    @Test
    void bytesThatMayAllBeJmhsSayNothing() {
        Row thousand = row(1, 1e6);
        assertTrue(Costs.hidden(thousand, new double[] {0.5, 32.768}));
        assertFalse(Costs.hidden(thousand, new double[] {0.5, 32.8}));
        assertFalse(Costs.hidden(row(2, 1e6), new double[] {16.4}), "half of it is each thread's");
        assertFalse(Costs.hidden(row(1, 244_140.625), new double[] {8}), "no more than an object is none");
        assertTrue(Costs.hidden(row(1, 1e12), new double[] {32_768}), "an operation is longer than its iteration");
        assertTrue(Costs.hidden(row(4, 1e12), new double[] {8_192}));
        assertFalse(Costs.hidden(row(4, 1e12), new double[] {8_193}));
    }

    @Test
    void aSingleShotIsOneOperationAThread() {
        Map<String, String> second = Map.of("measurementTime", "1 s");
        assertTrue(Costs.hidden(row("ss", 1, 1e3, second), new double[] {32_768}));
        assertFalse(Costs.hidden(row("ss", 2, 1e3, second), new double[] {16_385}));
    }

    @Test
    void ofUnknownLengthAnIterationHidesNothing() {
        assertFalse(Costs.hidden(row("avgt", 1, 1e12, Map.of()), new double[] {9}));
        assertEquals(8, Costs.grain(row("avgt", 1, 1e12, Map.of())));
    }

    @Test
    void theGrainIsAnObjectOrTheWholeOfJmhsShare() {
        assertEquals(8, Costs.grain(row(1, 1e3)));
        assertEquals(Math.sqrt(12) * 32.768, Costs.grain(row(1, 1e6)), 1e-9);
    }
}
