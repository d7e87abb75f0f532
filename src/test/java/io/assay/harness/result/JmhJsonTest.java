package io.assay.harness.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmhJsonTest {
    /** As JMH 1.37 writes it, one entry a mode; the second in the style of JMH before 1.36. */
    static final String FOUR_MODES = resource("four-modes.json");

    @TempDir
    Path folder;

    @Test
    void averageTime() {
        Row row = JmhJson.parse("f", FOUR_MODES).get(0);
        assertEquals(
                new RowKey(
                        "io.assay.queue.QueueBenchmark.offer",
                        "avgt",
                        Map.of("workload", "SMALL", "implementation", "ASSAY")),
                row.key());
        assertEquals("workload=SMALL,implementation=ASSAY", row.key().paramText(), "in the file's order");
        assertEquals(Optional.of("ASSAY"), row.implementation());
        assertEquals(2, row.threads());
        assertEquals("17.0.15", row.jdk());
        assertEquals(List.of("-Xms256m", "-Xmx256m"), row.jvmArgs());
        assertEquals(25, row.primary().score());
        assertEquals(8.3, row.primary().error());
        assertEquals("ns/op", row.primary().unit());
        assertArrayEquals(new double[][] {{24, 26}, {24.5, 25.5}}, row.primary().raw());
        assertEquals(Optional.of(16.0), row.secondaryScore("gc.alloc.rate.norm"));
        assertEquals(Optional.empty(), row.secondaryScore("gc.time"));
    }

    @Test
    void throughputWithTheOldNamesOfMetrics() {
        Row row = JmhJson.parse("f", FOUR_MODES).get(1);
        assertEquals("thrpt", row.key().mode());
        assertEquals(Map.of(), row.key().params());
        assertEquals(2.5e7, row.primary().score());
        assertEquals(Double.POSITIVE_INFINITY, row.primary().error());
        assertTrue(row.primary().usable(), "an unknown error is no fault of the score");
        assertEquals(Optional.of(0.01), row.secondaryScore("gc.alloc.rate.norm"));
    }

    @Test
    void sampleTimeIsTheMeanOfEachIterationsHistogram() {
        Row row = JmhJson.parse("f", FOUR_MODES).get(2);
        assertEquals(1, row.primary().raw().length);
        assertArrayEquals(new double[] {0.2, 0.2}, row.primary().raw()[0], 1e-12);
        assertTrue(row.primary().usable());
    }

    @Test
    void singleShot() {
        Row row = JmhJson.parse("f", FOUR_MODES).get(3);
        assertEquals("ss", row.key().mode());
        assertTrue(Double.isNaN(row.primary().error()));
        assertTrue(row.primary().usable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "+INF", "-INF", "Infinity", "-Infinity"})
    void aScoreThatIsNoNumberSpoilsItsRowAlone(String text) {
        List<Row> rows = JmhJson.parse("f", FOUR_MODES.replace("\"score\" : 25.0", "\"score\" : \"" + text + "\""));
        assertEquals(List.of(false, true, true, true), usable(rows));
        assertEquals(
                List.of(false, true, true, true),
                usable(JmhJson.parse("f", FOUR_MODES.replace("24.5", "\"" + text + "\""))));
    }

    @Test
    void aRowWithoutDataIsUnusable() {
        assertEquals(
                List.of(false, false, true, false),
                usable(JmhJson.parse("f", FOUR_MODES.replace("\"rawData\"", "\"other\""))));
    }

    @Test
    void aFileCutShortAnywhereIsToldByName() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.json"), FOUR_MODES.replaceAll("\\s+", ""));
        assertEquals(4, JmhJson.read(file).size());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long length = channel.size() - 1; length >= 0; length--) {
                channel.truncate(length);
                String message = assertThrows(UserError.class, () -> JmhJson.read(file), "cut after " + length)
                        .getMessage();
                assertTrue(message.startsWith(file.toString()), message);
                assertEquals(1, message.lines().count(), message);
            }
        }
    }

    @Test
    void whereItIsCutIsTold() {
        String message = message(FOUR_MODES.substring(0, FOUR_MODES.indexOf("thrpt")));
        assertTrue(message.startsWith("f at line 74, column "), message);
        assertTrue(message.contains("truncated or not JSON"), message);
        assertTrue(message.contains("expected a whole JMH result (-rf json)"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty; expected the array that JMH writes",
                "'  \n' | is empty",
                "Benchmark Mode Cnt Score | truncated or not JSON",
                "<html></html> | truncated or not JSON",
                "{\"benchmark\":\"b\"} | expected an array of results at the top",
                "null | expected an array of results at the top",
                "17 | expected an array of results at the top",
                "\"text\" | expected an array of results at the top",
                "[] | holds no result",
                "[17] | expected an object at [0]",
                "[null] | expected an object at [0]",
                "[{}] | expected ",
                "[{\"name\":\"x\",\"value\":1}] | expected ",
                "[] [] | goes on behind its end",
                "[{\"benchmark\":\"b\",\"mode\":\"avgt\"}] | expected an object at [0].primaryMetric",
                "[{\"benchmark\":1,\"mode\":\"avgt\",\"primaryMetric\":{}}] | expected text at [0].benchmark",
            })
    void whatIsNotJmhs(String text, String told) {
        String message = message(text);
        assertTrue(message.startsWith("f"), message);
        assertTrue(message.contains(told), message);
        assertEquals(1, message.lines().count(), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"score\" : 25.0 | \"score\" : \"25\" | a number at [0].primaryMetric.score, found 25",
                "\"score\" : 25.0 | \"score\" : null | a number at [0].primaryMetric.score",
                "\"rawData\" | \"rawDataHistogram\" | an array at [0].secondaryMetrics.gc.alloc.rate.norm.rawDataHistogram[0][0]",
                "24.5 | [24.5] | a number at [0].primaryMetric.rawData[1][0]",
                "\"mode\" : \"thrpt\" | \"mode\" : 5 | text at [1].mode",
                "\"scoreUnit\" : \"ms/op\" | \"unit\" : 0 | text at [3].primaryMetric.scoreUnit",
                "\"params\" : { | \"params\" : [], \"others\" : { | an object at [0].params",
            })
    void whatIsNearlyJmhsIsToldWithItsPlace(String part, String replacement, String told) {
        String message = message(FOUR_MODES.replace(part, replacement));
        assertTrue(message.contains("is JSON but not JMH's: expected " + told), message);
    }

    @Test
    void aMetricWithoutANameIsAMetric() {
        Row row = JmhJson.parse("f", FOUR_MODES.replace("\"gc.alloc.rate.norm\"", "\"\""))
                .get(0);
        assertEquals(Optional.of(16.0), row.secondaryScore(""));
    }

    @Test
    void aMissingFileAndAFolderAreToldByName() {
        Path missing = folder.resolve("missing.json");
        String message =
                assertThrows(UserError.class, () -> JmhJson.read(missing)).getMessage();
        assertTrue(message.startsWith(missing + ": cannot be read (NoSuchFileException)"), message);
        assertTrue(assertThrows(UserError.class, () -> JmhJson.read(folder))
                .getMessage()
                .startsWith(folder.toString()));
    }

    @Test
    void nestingWithoutEndIsNoStackOverflow() {
        assertTrue(message("[".repeat(1_000_000)).startsWith("f"));
    }

    private static String message(String text) {
        return assertThrows(UserError.class, () -> JmhJson.parse("f", text)).getMessage();
    }

    private static List<Boolean> usable(List<Row> rows) {
        return rows.stream().map(row -> row.primary().usable()).toList();
    }

    static String resource(String name) {
        try (InputStream in = JmhJsonTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
