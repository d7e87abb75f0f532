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

    @Test
    void oneForkOfASizeBreaksNothingAndSaysWhy() {
        for (int n = 16; n <= 4096; n *= 2) {
            row(n * n, "n", "" + n);
        }
        assertTrue(expecting("O(n)", "n", "score", Map.of()).get(0).broken());
        Metric once = new Metric(4096 * 4096, Double.NaN, "ns/op", new double[][] {{4096 * 4096}});
        rows.set(8, new Row(rows.get(8).key(), 1, once, Map.of(), "17", List.of()));
        List<ScaledSeries> all = expecting("O(n)", "n", "score", Map.of());
        assertEquals("O(n^2)", all.get(0).label());
        assertEquals(
                "? B.m, score: expected at most O(n), cannot be told: one fork of a size\n",
                ScalingText.expectations(all));
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
