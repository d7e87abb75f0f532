package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parameter is the size, what a series is called, and what it leaves out. */
class SeriesOfRowsTest {
    private final List<Row> rows = new ArrayList<>();

    private static Metric metric(double cost, String unit) {
        return new Metric(cost, Double.NaN, unit, new double[][] {{cost}, {2 * cost}});
    }

    private void row(String benchmark, String mode, Metric score, Map<String, Metric> secondary, String... params) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) named.put(params[i], params[i + 1]);
        rows.add(new Row(new RowKey(benchmark, mode, named), 1, score, secondary, "17", List.of()));
    }

    private void row(double cost, String... params) {
        row("x.B.m", "avgt", metric(cost, "ns/op"), Map.of(), params);
    }

    private static <T> List<T> each(List<Series> series, Function<Series, T> of) {
        return series.stream().map(of).toList();
    }

    private static Curve curve(Series series) {
        return series.curve().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"n,size", "size,length", "length,count", "count,elements", "elements,items", "items,a", "N,SIZE"})
    void theMostUsualNameIsTheSize(String usual, String other) {
        for (int i = 1; i < 4; i++) {
            row(i, other, "" + i, usual, "" + (i + 1) / 2);
        }
        assertEquals(List.of(usual, usual, usual), each(SeriesOfRows.of(rows), Series::param));
        assertEquals(List.of(other, other), each(SeriesOfRows.of("f", rows, other), Series::param));
    }

    @Test
    void ofUnusualNamesTheOneWithMoreValuesIsTheSize() {
        row(1, "a", "1", "b", "1", "c", "7");
        row(2, "a", "2", "b", "2", "c", "7");
        row(3, "a", "2", "b", "3", "c", "7");
        assertEquals(List.of("b", "b"), each(SeriesOfRows.of(rows), Series::param));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, 1", "-3, 2", "x, 2", "1.5.2, 2", "1e3, 2"})
    void whatHasNotTwoSizesOrIsNoNumberIsNone(String one, String two) {
        row(1, "n", one);
        row(2, "n", two);
        assertEquals(List.of(), SeriesOfRows.of(rows));
    }

    @Test
    void aParameterThatSomeRowsLackIsNone() {
        row(1, "n", "1");
        row(2, "n", "2");
        row(3);
        assertEquals(List.of(), SeriesOfRows.of(rows));
        assertEquals(1, SeriesOfRows.of("f", rows, "n").size());
    }

    @Test
    void numbersAreReadAsJavaWritesThem() {
        row(1, "n", "1_024");
        row(2, "n", "2.5");
        row(3, "n", "16");
        Curve curve = curve(SeriesOfRows.of(rows).get(0));
        assertArrayEquals(new double[] {2.5, 16, 1_024}, curve.n());
        assertArrayEquals(new double[] {2, 4}, curve.forks()[0]);
        assertArrayEquals(new double[3], curve.grain(), "times have none");
    }

    @Test
    void theOtherParametersNameASeries() {
        for (String kind : new String[] {"A", "B"}) {
            for (String n : new String[] {"1", "2"}) row(1, "kind", kind, "n", n, "depth", "x");
        }
        List<Series> series = SeriesOfRows.of(rows);
        assertEquals(List.of("x.B.m[kind=A,depth=x]", "x.B.m[kind=B,depth=x]"), each(series, Series::name));
        assertEquals("B.m[kind=A,depth=x]", series.get(0).simpleName());
        assertEquals("x.B.m", series.get(0).benchmark());
        assertEquals(Map.of("kind", "A", "depth", "x"), series.get(0).params());
        assertEquals(2, series.get(0).sizes());
    }

    @Test
    void onlySeriesOfSeveralModesCarryThem() {
        for (String n : new String[] {"1", "2"}) {
            row("x.B.m", "avgt", metric(1, "us/op"), Map.of(), "n", n);
            row("x.B.m", "thrpt", metric(1, "ops/us"), Map.of(), "n", n);
            row("x.B.other", "avgt", metric(1, "ns/op"), Map.of(), "n", n);
        }
        List<Series> series = SeriesOfRows.of(rows);
        assertEquals(List.of("x.B.m (avgt)", "x.B.m (thrpt)", "x.B.other"), each(series, Series::name));
        assertEquals(List.of("avgt", "thrpt", "avgt"), each(series, Series::mode));
        assertEquals(List.of("ns/op", "ns/op", "ns/op"), each(series, Series::unit));
        assertEquals(1_000, curve(series.get(0)).forks()[0][0]);
    }

    @Test
    void memoryIsASeriesOfTheRowsThatHaveIt() {
        for (int i = 0; i < 3; i++) {
            Map<String, Metric> memory =
                    i == 0 ? Map.of() : Map.of("mem.live", metric(100 * i, "B"), "other", metric(1, "B"));
            row("x.B.m", "avgt", metric(1, "ns/op"), memory, "n", "" + (1 << i));
        }
        List<Series> series = SeriesOfRows.of(rows);
        assertEquals(List.of(Series.SCORE, "mem.live"), each(series, Series::metric));
        assertEquals("B", series.get(1).unit());
        assertArrayEquals(new double[] {2, 4}, curve(series.get(1)).n());
        assertArrayEquals(new double[] {100, 200}, curve(series.get(1)).forks()[0]);
        assertArrayEquals(new double[2], curve(series.get(1)).grain(), "live bytes are told exactly");
    }

    @Test
    void allocatedBytesAreToldToAnObject() {
        for (int i = 0; i < 2; i++) {
            row("x.B.m", "avgt", metric(1, "ns/op"), Map.of(Costs.ALLOCATION, metric(100, "B/op")), "n", "" + (1 << i));
        }
        assertArrayEquals(
                new double[] {8, 8}, curve(SeriesOfRows.of(rows).get(1)).grain());
    }

    @Test
    void whatIsLeftOutIsNamedByNumber() {
        for (String n : new String[] {"16", "1", "2", "0", "-5"}) row(1, "n", n);
        for (String n : new String[] {"32", "4", "128"}) row(Double.NaN, "n", n);
        Series series = SeriesOfRows.of(rows).get(0);
        assertEquals(
                List.of(
                        "without n = -5, 0: a size is a number of 1 or more",
                        "without n = 4, 32, 128: no usable figure"),
                series.warnings());
        assertArrayEquals(new double[] {1, 2, 16}, curve(series).n());
    }

    private static Expectation expecting(String benchmark, String param) {
        return new Expectation(benchmark, param, Series.SCORE, Growth.LINEAR, Map.of());
    }

    @Test
    void aDeclaredParameterOfOneValueLeavesRoomForAnother() {
        row(1, "n", "1", "depth", "3");
        row(2, "n", "2", "depth", "3");
        assertEquals(
                List.of("depth", "depth", "n"),
                each(SeriesOfRows.of(rows, List.of(expecting("x.B.m", "depth"))), Series::param));
        assertEquals(
                List.of("n"), each(SeriesOfRows.of(rows, List.of(expecting("x.B.other", "depth"))), Series::param));
        assertEquals(List.of("n"), each(SeriesOfRows.of(rows, List.of(expecting("x.B.m", "kind"))), Series::param));
        row(3, "n", "3", "depth", "4");
        assertEquals(
                List.of("depth", "depth", "depth"),
                each(SeriesOfRows.of(rows, List.of(expecting("x.B.m", "depth"))), Series::param));
    }

    private String refused(String param) {
        return String.valueOf(assertThrows(UserError.class, () -> SeriesOfRows.of("f.json", rows, param))
                .getMessage());
    }

    @Test
    void aNameThatIsNoSizeIsRefusedWithWhatThereIs() {
        row(1);
        assertEquals("f.json: --param n: no row has a parameter of that name; no row has any", refused("n"));
        row(1, "kind", "A", "depth", "0");
        row(1, "kind", "B", "depth", "0");
        assertEquals("f.json: --param n: no row has a parameter of that name; they have kind, depth", refused("n"));
        assertEquals("f.json: --param kind of B.m is 'A'; a size is a number of 1 or more", refused("kind"));
        assertEquals("f.json: --param depth of B.m is '0'; a size is a number of 1 or more", refused("depth"));
    }
}
