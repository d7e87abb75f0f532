package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What benchmarks count stands beside the score, an operation at a time; what profilers measure does not. */
class CounterColumnsTest {
    private static Row row(String unit, double score, Map<String, Double> counters) {
        Map<String, Metric> secondary = new TreeMap<>();
        counters.forEach((name, counted) -> secondary.put(name, metric(unit, counted)));
        secondary.put("gc.alloc.rate.norm", metric(unit, 7));
        secondary.put("otherUnit", metric("counts", 7));
        return new Row(
                new RowKey("io.assay.a.B.c", "avgt", Map.of()), 1, metric(unit, score), secondary, "17", List.of());
    }

    private static Metric metric(String unit, double score) {
        return new Metric(score, Double.NaN, unit, new double[][] {{score}});
    }

    @Test
    void averageTime() {
        // 600 ns an operation, 50 ns an item, 6 ns a byte: 12 items and 100 bytes an operation.
        Row counting = row("ns/op", 600, Map.of("items", 50.0, "encodedBytes", 6.0));
        Row silent = row("ns/op", 900, Map.of());
        CounterColumns columns = new CounterColumns(List.of(silent, counting));
        assertEquals(List.of("encodedBytes/op", "ns/item"), columns.headers());
        assertEquals(List.of("100", "50.0"), columns.figures(counting));
        assertEquals(List.of("-", "-"), columns.figures(silent));
    }

    @Test
    void throughput() {
        Row row = row("ops/s", 20, Map.of("items", 240.0, "encodedBytes", 2000.0));
        CounterColumns columns = new CounterColumns(List.of(row));
        assertEquals(List.of("encodedBytes/op", "items/op"), columns.headers());
        assertEquals(List.of("100", "12.0"), columns.figures(row));
    }

    @Test
    void bytesAreARate() {
        // 250 ns for 700 bytes; the same as 4 operations a microsecond.
        Row time = row("ns/op", 250, Map.of("bytes", 250.0 / 700));
        Row rate = row("ops/us", 4, Map.of("bytes", 4.0 * 700));
        for (Row row : List.of(time, rate)) {
            CounterColumns columns = new CounterColumns(List.of(row));
            assertEquals(List.of("GB/s"), columns.headers());
            assertEquals(List.of("2.80"), columns.figures(row));
        }
        Row none = row("ns/op", 250, Map.of("bytes", 0.0));
        assertEquals(List.of("-"), new CounterColumns(List.of(time)).figures(none));
    }

    @Test
    void nothingCountedOrNoScore() {
        assertEquals(List.of(), new CounterColumns(List.of(row("ns/op", 600, Map.of()))).headers());
        assertEquals(
                Optional.empty(), row("ns/op", Double.NaN, Map.of("items", 1.0)).countPerOperation("items"));
        assertEquals(
                Optional.of(0.0), row("ns/op", 600, Map.of("items", Double.NaN)).countPerOperation("items"));
    }

    @Test
    void countersOfSeveralThreadsSayNothing() {
        Row one = row("ns/op", 600, Map.of("items", 50.0, "bytes", 6.0));
        Row two = new Row(one.key(), 2, one.primary(), one.secondary(), one.jdk(), one.jvmArgs());
        assertEquals(Optional.empty(), two.countPerOperation("items"));
        assertEquals(List.of(), new CounterColumns(List.of(two)).headers());
    }

    @Test
    void latenciesStandInTheirOrder() {
        Row row = row("ms/op", 20, Map.of());
        Map<String, Metric> secondary = new TreeMap<>(row.secondary());
        secondary.put("lat.p99.9", metric("ns", 900));
        secondary.put("lat.max", metric("ns", 12_345));
        secondary.put("lat.p50", metric("ns", 150));
        Row reported = new Row(row.key(), 1, row.primary(), secondary, "17", List.of());
        CounterColumns columns = new CounterColumns(List.of(row, reported));
        assertEquals(List.of("p50 ns", "p99.9 ns", "max ns"), columns.headers());
        assertEquals(List.of("-", "-", "-"), columns.figures(row));
        assertEquals(List.of("150", "900", Figures.of(12_345)), columns.figures(reported));
    }

    @Test
    void coresStandInOneColumnByTheirNumbers() {
        Row two = row("ns/op", 1, Map.of("core.1", 0.254, "core.0", 1.0));
        Row none = row("ns/op", 1, Map.of());
        Row untold = row("ns/op", 1, Map.of("core.untold", 1.0));
        CounterColumns columns = new CounterColumns(List.of(two, none, untold));
        assertEquals(List.of("cores busy %"), columns.headers());
        assertEquals(List.of("100 25"), columns.figures(two));
        assertEquals(List.of("-"), columns.figures(none));
        assertEquals(List.of("not told by this system"), columns.figures(untold));
        Row other =
                row("ns/op", 1, Map.of("core.1", 0.254, "core.0", 1.0, "core.voltage", 0.9, "core.9999999999", 0.5));
        assertEquals(List.of("100 25"), columns.figures(other));
        Row alone = row("ns/op", 1, Map.of("core.voltage", 0.9));
        assertEquals(List.of("-"), columns.figures(alone));
        assertEquals(List.of(), new CounterColumns(List.of(alone)).headers());
        Map<String, Double> many = new TreeMap<>();
        for (int i = 0; i < 12; i++) many.put("core." + i, i / 100.0);
        Row large = row("ns/op", 1, many);
        assertEquals(List.of("11 10 9 8 7 6 5 4 +4"), new CounterColumns(List.of(large)).figures(large));
    }
}
