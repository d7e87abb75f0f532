package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.report.ScalingText;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No expectation of what was measured vanishes. */
class ExpectationTest {
    private final List<Row> rows = new ArrayList<>();

    private void row(double cost, String... params) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            named.put(params[i], params[i + 1]);
        }
        Metric metric = new Metric(cost, Double.NaN, "ns/op", new double[][] {{cost}, {1.01 * cost}});
        rows.add(new Row(new RowKey("x.B.m", "avgt", named), 1, metric, Map.of(), "17", List.of()));
    }

    private List<ScaledSeries> expecting(String max, String param, String metric, Map<String, List<String>> where) {
        Map<String, Object> fact =
                Map.of("benchmark", "x.B.m", "max", max, "param", param, "metric", metric, "where", where);
        CellsFile cells = new CellsFile(Map.of(Expectation.FACT, List.of(fact)), List.of(), List.of(), List.of());
        return ScaledSeries.of(SeriesFile.ofRun(rows, cells));
    }

    @Test
    void theDeclaredParameterIsTheSizeWhateverItsName() {
        for (int depth = 1; depth <= 64; depth *= 2) {
            for (int n = 16; n <= 4096; n *= 2) {
                row(depth * depth, "n", "" + n, "depth", "" + depth);
            }
        }
        List<ScaledSeries> all = expecting("O(n)", "depth", "score", Map.of());
        assertEquals(9, all.size());
        for (ScaledSeries scaled : all) {
            assertEquals("depth", scaled.series().param());
            assertEquals("O(n^2)", scaled.label());
            assertTrue(scaled.broken());
        }
    }

    @Test
    void anExpectationOfTooFewSizesIsOpenAndSaysWhy() {
        for (int sizes = 1; sizes < 4; sizes++) {
            row(sizes, "n", "" + (10 << (4 * sizes)), "implementation", "A");
            List<ScaledSeries> all = expecting("O(n)", "n", "score", Map.of());
            assertEquals(1, all.size());
            assertEquals(ScaledSeries.Outcome.OPEN, all.get(0).outcome());
            assertEquals(
                    "? B.m[implementation=A], score: expected at most O(n), cannot be told: fewer than 4 sizes\n",
                    ScalingText.expectations(all));
        }
    }

    /** A router that is O(log n), whose only fork of its largest size had not warmed up. */
    @Test
    void whatOneForkOfTheLargestSizeMayExplainIsOpenAndSaysWhy() {
        double[] costs = {110, 120, 130, 560};
        for (int i = 0; i < costs.length; i++) {
            once(costs[i], 16 << (3 * i));
        }
        List<ScaledSeries> all = expecting("O(log n)", "n", "score", Map.of());
        assertEquals(
                "? B.m, score: expected at most O(log n), cannot be told: the largest size has one fork, which may have been held up\n",
                ScalingText.expectations(all));
    }

    @Test
    void whatNoSingleForkExplainsIsBrokenByOneForkOfEachSize() {
        for (int n = 16; n <= 8192; n *= 8) {
            once((double) n * n, n);
        }
        assertTrue(expecting("O(n)", "n", "score", Map.of()).get(0).broken());
    }

    private void once(double cost, int n) {
        row(cost, "n", "" + n);
        Row twice = rows.remove(rows.size() - 1);
        Metric metric = new Metric(cost, Double.NaN, "ns/op", new double[][] {{cost}});
        rows.add(new Row(twice.key(), 1, metric, Map.of(), "17", List.of()));
    }

    @Test
    void anExpectationOfAMetricThatNoRowHasIsOpen() {
        for (int n = 16; n <= 4096; n *= 2) {
            row(n, "n", "" + n, "implementation", "A");
        }
        List<ScaledSeries> all = expecting("O(1)", "n", "mem.peak", Map.of("implementation", List.of("A")));
        assertEquals(2, all.size());
        assertEquals(ScaledSeries.Outcome.OPEN, all.get(1).outcome());
        String told = ScalingText.of(all);
        assertTrue(told.contains("? B.m[implementation=A], mem.peak: expected at most O(1), cannot be told"), told);
        assertTrue(told.contains("no row has a figure of mem.peak over n"), told);
    }

    @Test
    void whatWasNotMeasuredAtAllIsNotMissed() {
        for (int n = 16; n <= 4096; n *= 2) {
            row(n, "n", "" + n, "implementation", "A");
        }
        List<ScaledSeries> all = expecting("O(1)", "n", "score", Map.of("implementation", List.of("B")));
        assertEquals(
                List.of(ScaledSeries.Outcome.NONE),
                all.stream().map(ScaledSeries::outcome).toList());
    }
}
