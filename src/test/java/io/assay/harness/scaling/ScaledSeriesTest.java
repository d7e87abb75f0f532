package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series, what is expected of it, and what is said of both. */
class ScaledSeriesTest {
    private static final double[] SIZES =
            DoubleStream.iterate(16, n -> 2 * n).limit(9).toArray();

    private static Series series(String metric, Map<String, String> params, Optional<Curve> curve) {
        return new Series("x.B.m", "x.B.m", "avgt", params, "n", metric, "ns/op", curve, List.of("of the series"));
    }

    private static Curve curve(double last, int forks) {
        double[][] costs =
                Arrays.stream(SIZES).mapToObj(n -> new double[] {n, n}).toArray(double[][]::new);
        costs[costs.length - 1] = new double[forks];
        Arrays.fill(costs[costs.length - 1], last);
        return new Curve(SIZES, costs, 0);
    }

    private static ScalingVerdict verdict(Growth above, Growth within, String... warnings) {
        return new ScalingVerdict(
                Optional.empty(),
                Optional.of(above),
                Optional.of(within),
                List.of(),
                new Exponent(1, 1, 1),
                java.util.OptionalDouble.empty(),
                List.of(),
                List.of(warnings));
    }

    private static ScaledSeries scaled(Series series, Growth expected) {
        ScalingVerdict verdict = verdict(Growth.LINEAR, Growth.QUADRATIC, "of the verdict");
        return new ScaledSeries(series, Optional.of(verdict), Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "CONSTANT, BROKEN",
        "LINEAR, BROKEN",
        "LINEARITHMIC, OPEN",
        "QUADRATIC, KEPT",
        "CUBIC, KEPT",
    })
    void anExpectationIsHeldAgainstWhatIsCertain(Growth max, ScaledSeries.Outcome outcome) {
        ScaledSeries scaled = scaled(series(Series.SCORE, Map.of(), Optional.empty()), max);
        assertEquals(outcome, scaled.outcome());
        assertEquals(outcome == ScaledSeries.Outcome.BROKEN, scaled.broken());
    }

    @Test
    void withoutAVerdictNothingIsTold() {
        Series series = series(Series.SCORE, Map.of(), Optional.empty());
        ScaledSeries untold = new ScaledSeries(series, Optional.empty(), Optional.of(Growth.CUBIC));
        assertEquals(ScaledSeries.Outcome.OPEN, untold.outcome());
        assertEquals("undecided", untold.label());
        assertEquals(List.of("of the series"), untold.warnings());
        assertFalse(untold.explainedByOneFork());
        assertEquals(0, series.sizes());
        ScaledSeries told = scaled(series, null);
        assertEquals(ScaledSeries.Outcome.NONE, told.outcome());
        assertEquals(List.of("of the series", "of the verdict"), told.warnings());
        assertFalse(told.explainedByOneFork());
    }

    /** Of a linear cost the last fork alone was held up; bytes are held up by nothing. */
    @Test
    void oneForkExplainsATimeThatNoOtherConfirms() {
        Optional<Curve> one = Optional.of(curve(4 * SIZES[8], 1));
        assertTrue(scaled(series(Series.SCORE, Map.of(), one), Growth.LINEAR).explainedByOneFork());
        assertFalse(scaled(series("mem.peak", Map.of(), one), Growth.LINEAR).explainedByOneFork());
        assertFalse(
                scaled(series(Series.SCORE, Map.of(), one), Growth.QUADRATIC).explainedByOneFork());
        assertFalse(scaled(series(Series.SCORE, Map.of(), one), Growth.CONSTANT).explainedByOneFork());
        Optional<Curve> two = Optional.of(curve(4 * SIZES[8], 2));
        assertFalse(scaled(series(Series.SCORE, Map.of(), two), Growth.LINEAR).explainedByOneFork());
    }

    private static Expectation expecting(Growth max, Map<String, List<String>> where) {
        return new Expectation("x.B.m", "n", Series.SCORE, max, where);
    }

    @Test
    void theStrictestExpectationCounts() {
        Series series = series(Series.SCORE, Map.of(), Optional.empty());
        List<Expectation> three = new ArrayList<>();
        for (Growth max : new Growth[] {Growth.QUADRATIC, Growth.LINEAR, Growth.CUBIC}) {
            three.add(expecting(max, Map.of()));
        }
        three.add(new Expectation("x.B.other", "n", Series.SCORE, Growth.CONSTANT, Map.of()));
        List<ScaledSeries> all = ScaledSeries.of(new SeriesFile(List.of(series), three));
        assertEquals(Optional.of(Growth.LINEAR), all.get(0).expected());
        assertTrue(all.get(0).verdict().isEmpty());
    }

    @Test
    void anExpectationCoversItsOwnSeriesAlone() {
        Map<String, String> params = Map.of("kind", "A", "depth", "2");
        Series series = series(Series.SCORE, params, Optional.empty());
        assertTrue(expecting(Growth.LINEAR, Map.of()).covers(series));
        assertTrue(expecting(Growth.LINEAR, Map.of("kind", List.of("B", "A"))).covers(series));
        assertFalse(expecting(Growth.LINEAR, Map.of("kind", List.of("B"))).covers(series));
        assertFalse(expecting(Growth.LINEAR, Map.of("kind", List.of("A"), "depth", List.of("3")))
                .covers(series));
        assertFalse(expecting(Growth.LINEAR, Map.of("other", List.of("A"))).covers(series));
        assertFalse(expecting(Growth.LINEAR, Map.of()).covers(series("mem.peak", params, Optional.empty())));
        assertFalse(new Expectation("x.B.other", "n", Series.SCORE, Growth.LINEAR, Map.of()).covers(series));
        assertFalse(new Expectation("x.B.m", "depth", Series.SCORE, Growth.LINEAR, Map.of()).covers(series));
        Expectation ofA = expecting(Growth.LINEAR, Map.of("kind", List.of("A")));
        assertTrue(ofA.concerns(new RowKey("x.B.m", "avgt", params)));
        assertFalse(ofA.concerns(new RowKey("x.B.m", "avgt", Map.of("kind", "B"))));
        assertFalse(ofA.concerns(new RowKey("x.B.other", "avgt", params)));
    }

    @Test
    void whatIsMissingIsNamedByWhereItWasExpected() {
        assertEquals("x.B.m", expecting(Growth.LINEAR, Map.of()).missing().name());
        Expectation some = expecting(Growth.LINEAR, Map.of("kind", List.of("A", "B"), "depth", List.of("2")));
        assertEquals("x.B.m[depth=2,kind=A|B]", some.missing().name());
        assertEquals(
                List.of("@Complexity: no row has a figure of score over n"),
                some.missing().warnings());
    }

    private static Map<String, Object> fact(String max, String metric, Object where) {
        Map<String, Object> fact = new HashMap<>();
        fact.put("benchmark", "x.B.m");
        fact.put("param", "n");
        fact.put("max", max);
        fact.put("metric", metric);
        fact.put("where", where);
        return fact;
    }

    @Test
    void anExpectationIsReadAsARunKeepsIt() {
        Expectation read = Expectation.of(fact("O(n)", "mem.live", Map.of("kind", List.of("A", 2), "odd", "no list")));
        assertEquals(new Expectation("x.B.m", "n", "mem.live", Growth.LINEAR, Map.of("kind", List.of("A", "2"))), read);
        assertEquals(Map.of(), Expectation.of(fact("O(1)", "score", "no map")).where());
        for (Object kept : List.of(List.of(fact("O(n)", "score", Map.of()), "no map"), "no list")) {
            CellsFile cells = new CellsFile(Map.of(Expectation.FACT, kept), List.of(), List.of(), List.of());
            assertEquals(kept instanceof List ? 1 : 0, Expectation.of(cells).size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "O(n!) | score | 'O(n!)' is no class; write one of O(1), O(log n), O(n), O(n log n), O(n^2), O(n^3)",
                "O(n)  | gc.count | 'gc.count' is not fitted; write score or one of gc.alloc.rate.norm, mem.live, mem.peak"
            })
    void whatIsNoClassOrMetricIsRefused(String max, String metric, String said) {
        UserError error = assertThrows(UserError.class, () -> Expectation.of(fact(max, metric, Map.of())));
        assertEquals("@Complexity of x.B.m: " + said, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "O(n³),CUBIC",
        "O( n * log ( n ) ),LINEARITHMIC",
        "O(n·log n),LINEARITHMIC",
        "o(LOG(N)),LOGARITHMIC",
        "o(1),CONSTANT"
    })
    void classesAreReadHoweverTheyAreWritten(String text, Growth growth) {
        assertEquals(Optional.of(growth), Growth.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "a.b_c.Outer.m, Outer.m",
        "Outer.m, Outer.m",
        "a.b.lower.m, a.b.lower.m",
        "a.B.m (avgt), B.m (avgt)",
        "a b.C, a b.C",
    })
    void aSimpleNameLeavesThePackagesOut(String name, String simple) {
        assertEquals(
                simple,
                series(Series.SCORE, Map.of(), Optional.empty()).named(name).simpleName());
    }
}
