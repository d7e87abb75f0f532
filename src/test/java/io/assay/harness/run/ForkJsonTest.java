package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.results.BenchmarkResult;

@DisplayName("What another JMH wrote of its forks is in our result as it was")
class ForkJsonTest {
    private static final Duration MEASURED = Duration.ofMillis(700);

    private static String entry(String mode, String primary, String secondary) {
        return """
                [{"jmhVersion":"1.23","benchmark":"other.B.run","mode":"%s","threads":3,"forks":1,"jvm":"/jdk/bin/java",
                "jvmArgs":["-Xmx1g","-Da=b"],"jdkVersion":"17.0.9","vmName":"VM","vmVersion":"17.0.9+1","warmupIterations":2,
                "warmupTime":"100 ms","warmupBatchSize":1,"measurementIterations":3,"measurementTime":"1 s",
                "measurementBatchSize":4,"params":{"n":"10","kind":"A b"},"primaryMetric":%s,"secondaryMetrics":{%s}}]
                """.formatted(mode, primary, secondary);
    }

    private static String metric(String unit, String raw) {
        return "{\"score\":2.0,\"scoreError\":\"NaN\",\"scoreConfidence\":[\"NaN\",\"NaN\"],\"scorePercentiles\":{\"0.0\":1.0},"
                + "\"scoreUnit\":\"" + unit + "\",\"rawData\":" + raw + "}";
    }

    private static String unknown(String unit) {
        return "{\"score\":\"NaN\",\"scoreUnit\":\"" + unit + "\",\"rawData\":[[\"NaN\",\"NaN\"]]}";
    }

    private static Row through(String... forks) throws IOException {
        ResultBook book = new ResultBook(cell -> new RowKey("other.B.run", "avgt", Map.of("n", "10", "kind", "A b")));
        for (String fork : forks) {
            book.add(0, ForkJson.parse(fork, MEASURED), 2);
        }
        return JmhJson.parse("book", book.json()).get(0);
    }

    @ParameterizedTest
    @CsvSource({"avgt, ns/op", "avgt, s/op", "thrpt, ops/us", "thrpt, ops/min", "ss, ms/op"})
    void figuresAndUnits(String mode, String unit) throws IOException {
        Row row = through(entry(mode, metric(unit, "[[0.1,0.30000000000000004,1e-9]]"), ""));
        assertEquals(unit, row.primary().unit());
        assertArrayEquals(
                new double[] {0.1, 0.30000000000000004, 1e-9}, row.primary().raw()[0]);
        assertEquals(mode, row.key().mode());
    }

    @Test
    void conditions() throws IOException {
        Row row = through(entry("avgt", metric("ns/op", "[[1,2,3]]"), ""));
        assertEquals(Map.of("n", "10", "kind", "A b"), row.key().params());
        assertEquals(3, row.threads());
        assertEquals("17.0.9", row.jdk());
        assertEquals(java.util.List.of("-Xmx1g", "-Da=b"), row.jvmArgs());
        assertEquals("1.23", row.conditions().get("jmhVersion"));
        assertEquals("2", row.conditions().get("warmupIterations"));
        assertEquals("100 ms", row.conditions().get("warmupTime"));
        assertEquals("1 s", row.conditions().get("measurementTime"));
        assertEquals("4", row.conditions().get("measurementBatchSize"));
    }

    @Test
    @DisplayName("forks stand side by side, and the score is the mean of all their iterations")
    void forks() throws IOException {
        Row row = through(
                entry("avgt", metric("ns/op", "[[1,3]]"), "\"mem.peak\":" + metric("bytes", "[[100,300]]")),
                entry("avgt", metric("ns/op", "[[5,7]]"), "\"mem.peak\":" + metric("bytes", "[[200,250]]")));
        assertArrayEquals(new double[][] {{1, 3}, {5, 7}}, row.primary().raw());
        assertEquals(4, row.primary().score());
        assertEquals(300, row.secondary().get("mem.peak").score(), "the greatest");
    }

    @Test
    @DisplayName(
            "secondary figures add up, average or keep the greatest as JMH has them; those of the whole fork stay, unknown ones go")
    void secondary() throws IOException {
        String others = "\"gc.count\":" + metric("counts", "[[1,2]]") + ",\"\u00b7gc.alloc.rate.norm\":"
                + metric("B/op", "[[10,30]]") + ",\"outside\":" + metric("#/op", "[[4]]") + ",\"gc.time\":"
                + unknown("ms") + ",\"pause.gc\":" + metric("ns", "[[7,5]]") + ",\"lat.p50\":"
                + metric("ns", "[[7,5]]");
        Map<String, Metric> metrics =
                through(entry("avgt", metric("ns/op", "[[1,2]]"), others)).secondary();
        assertEquals(3, metrics.get("gc.count").score());
        assertEquals(20, metrics.get("gc.alloc.rate.norm").score());
        assertEquals(2, metrics.get("outside").score(), "its own score, because it has no value an iteration");
        assertEquals(7, metrics.get("pause.gc").score(), "the greatest, as the figure says");
        assertEquals(6, metrics.get("lat.p50").score());
        assertEquals(
                java.util.Set.of("gc.count", "gc.alloc.rate.norm", "outside", "pause.gc", "lat.p50"), metrics.keySet());
    }

    @Test
    @DisplayName("samples keep their values and counts")
    void samples() throws IOException {
        String primary = "{\"score\":2.5,\"scoreUnit\":\"us/op\",\"rawDataHistogram\":[[[[0.5,3],[2.0,1]],[[4.0,2]]]]}";
        String json = entry("sample", primary, "\"run\u00b7p0.99\":" + metric("us/op", "[[9,9]]"));
        BenchmarkResult fork = ForkJson.parse(json, MEASURED);
        assertEquals(6, fork.getPrimaryResult().getSampleCount());
        assertEquals((0.5 * 3 + 2.0 + 4.0 * 2) / 6, fork.getPrimaryResult().getScore(), 1e-9);
        assertEquals("us/op", fork.getPrimaryResult().getScoreUnit());
        assertEquals(
                0,
                fork.getSecondaryResults().keySet().stream()
                        .filter(name -> name.contains("\u00b7"))
                        .count(),
                "quantiles are derived anew");
    }

    @Test
    void measuredTimeIsTold() throws IOException {
        BenchmarkResult fork = ForkJson.parse(entry("avgt", metric("ns/op", "[[1]]"), ""), MEASURED);
        assertEquals(MEASURED, ForkOutcome.measuring(fork));
    }

    @Test
    void unitWithoutATime() {
        String json = entry("avgt", metric("B/op", "[[1]]"), "");
        assertThrows(IllegalArgumentException.class, () -> ForkJson.parse(json, MEASURED));
    }
}
