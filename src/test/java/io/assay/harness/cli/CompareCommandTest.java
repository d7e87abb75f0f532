package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.compare.JmhFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

@DisplayName("assay compare, as people type it")
@ExtendWith(LeanClassPath.class)
class CompareCommandTest {
    private static final String FOO = "org.example.FooBenchmark.foo";

    @TempDir
    Path temp;

    private Path base;
    private Path slower;

    @BeforeEach
    void write() throws IOException {
        base = new JmhFile(1).time(FOO, 100).write(temp.resolve("base.json"));
        slower = new JmhFile(2).time(FOO, 120).write(temp.resolve("slower.json"));
    }

    private static Console compare(Path base, Path head, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "compare";
        args[1] = base.toString();
        args[2] = head.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Console.of(args);
    }

    private static void assertRefused(Console console, String... said) {
        assertAll(
                () -> assertEquals(2, console.status()),
                () -> assertEquals("", console.out()),
                () -> assertEquals(1, console.errLines().size(), console.err()),
                () -> assertFalse(console.err().contains("Exception:"), console.err()));
        for (String words : said) {
            assertTrue(console.err().contains(words), "'" + words + "' in: " + console.err());
        }
    }

    private static Map<?, ?> json(Console console) throws IOException {
        assertEquals("", console.err());
        return JSON.std.mapFrom(console.out());
    }

    @Test
    void status() {
        assertEquals(0, compare(base, base).status());
        assertEquals(1, compare(base, slower).status());
        assertEquals(0, compare(slower, base).status(), "faster is no failure");
        assertTrue(compare(base, slower).out().endsWith("verdict: FAILED\n"));
        assertTrue(compare(base, base).out().endsWith("verdict: passed\n"));
    }

    @Test
    void jsonAlone() throws IOException {
        Map<?, ?> all = json(compare(base, slower, "--format", "json"));
        Map<?, ?> row = (Map<?, ?>) ((List<?>) all.get("rows")).get(0);
        for (String key : List.of(
                "benchmark",
                "params",
                "mode",
                "unit",
                "metric",
                "base",
                "head",
                "ratio",
                "low",
                "high",
                "verdict",
                "forks",
                "warnings")) {
            assertTrue(row.containsKey(key), key);
        }
        assertEquals("slower", row.get("verdict"));
        assertEquals("score", row.get("metric"));
        assertEquals(5, row.get("forks"));
        assertEquals(List.of(), all.get("warnings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25%", "25", "30.5%"})
    void threshold(String text) {
        assertEquals(0, compare(base, slower, "--threshold", text).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threshold x | no percentage",
                "--threshold -5 | --threshold",
                "--threshold 0 | above 0%",
                "--threshold NaN | no percentage",
                "--threshold 0.05 | is it a fraction",
                "--threshold 99999 | --threshold",
                "--format yaml | --format",
                "--thresholds /nowhere | cannot be read",
                "--control ( | no regular expression",
                "--control Nothing | no row of both results"
            })
    void badOptions(String option, String said) {
        assertRefused(compare(base, slower, option.split(" ")), said);
    }

    @Test
    void thresholdsFile() throws IOException {
        Path file = Files.writeString(temp.resolve("gate"), "threshold.Foo = 25%\n");
        assertEquals(0, compare(base, slower, "--thresholds", file.toString()).status());
        Files.writeString(file, "accept.Foo = until 2000-01-01: long ago\n");
        Console expired = compare(base, slower, "--thresholds", file.toString());
        assertEquals(1, expired.status());
        assertTrue(expired.out().contains("accepted until 2000-01-01 only"), expired.out());
        Files.writeString(file, "\nthreshhold = 5%\n");
        assertRefused(compare(base, slower, "--thresholds", file.toString()), file + ":2", "threshhold");
    }

    @ParameterizedTest
    @DisplayName("A result that is truncated, not JSON, not JMH's, empty: status 2, file, position, what was expected")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "[ | truncated or not JSON",
                "Benchmark Mode Cnt | truncated or not JSON",
                "{} | expected an array of results",
                "[] | holds no result",
                "[{\"benchmark\":\"b\",\"mode\":\"avgt\"}] | [0].primaryMetric"
            })
    void badResults(String text, String said) throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.json"), text);
        assertRefused(compare(base, bad), bad.toString(), said);
        assertRefused(compare(bad, base), bad.toString(), said);
    }

    @Test
    void cutAnywhere() throws IOException {
        String whole = Files.readString(base);
        for (int length = 1; length < whole.length(); length += 97) {
            Path cut = Files.writeString(temp.resolve("cut.json"), whole.substring(0, length));
            assertRefused(compare(base, cut), cut.toString());
        }
    }

    @Test
    void missingFilesAndFoldersWithoutARun() throws IOException {
        assertRefused(compare(base, temp.resolve("none")), temp.resolve("none").toString(), "no such file");
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertRefused(compare(empty, base), empty.toString(), "jmh-result.json");
        assertRefused(Console.of("compare", base.toString()), "HEAD");
    }

    @Test
    @DisplayName("Only NaN: status 2; one NaN row: unusable, the others are compared")
    void notANumber() throws IOException {
        Path nan =
                new JmhFile(3).time(FOO, 1).raw("NaN", List.of(List.of("NaN"))).write(temp.resolve("nan.json"));
        assertRefused(compare(base, nan), nan.toString(), FOO, "NaN", "expected finite scores");
        Path two = new JmhFile(1).time(FOO, 100).time("b.C.d", 5).write(temp.resolve("two.json"));
        Path one = new JmhFile(2)
                .time(FOO, 1)
                .raw("NaN", List.of(List.of("NaN")))
                .time("b.C.d", 6)
                .write(temp.resolve("one.json"));
        Console console = compare(two, one, "--format", "json");
        assertEquals(1, console.status(), "the other row is slower");
        List<?> rows = (List<?>) json(console).get("rows");
        assertEquals("unusable", ((Map<?, ?>) rows.get(0)).get("verdict"));
        assertEquals(null, ((Map<?, ?>) rows.get(0)).get("ratio"));
        assertEquals("slower", ((Map<?, ?>) rows.get(1)).get("verdict"));
    }

    @Test
    @DisplayName("Other benchmarks, modes, parameters: matched by name, the rest listed; nothing in common: status 2")
    void unmatched() throws IOException {
        Path head = new JmhFile(2).time(FOO, 100).time("b.New.m", 1).write(temp.resolve("head.json"));
        Console console = compare(base, head);
        assertEquals(0, console.status());
        assertTrue(console.out().contains("not compared, only in head: New.m avgt"), console.out());
        Path other = new JmhFile(2).time("b.New.m", 1).write(temp.resolve("other.json"));
        assertRefused(compare(base, other), "no row in common", FOO, "b.New.m");
    }

    @Test
    @DisplayName("Another JDK: compared, with a loud notice before any verdict")
    void anotherJdk() throws IOException {
        Path head = new JmhFile(2).time(FOO, 100).with("jdkVersion", "25").write(temp.resolve("jdk.json"));
        String out = compare(base, head).out();
        int notice = out.indexOf("!! NOT MEASURED UNDER THE SAME CONDITIONS");
        assertTrue(notice > 0 && notice < out.indexOf("verdict"), out);
        assertTrue(out.contains("!! JDK: 17.0.1, 25"), out);
        assertTrue(compare(base, head, "--format", "markdown").out().contains("> - JDK: 17.0.1, 25"));
    }

    @Test
    @DisplayName("A run folder brings its machine, its failures and its controls")
    void runFolders() throws IOException {
        Path folder = Path.of("src/test/resources/golden/run");
        Console console = compare(folder, folder, "--format", "json");
        assertEquals(0, console.status());
        List<?> rows = (List<?>) json(console).get("rows");
        assertTrue(rows.stream().anyMatch(row -> ((Map<?, ?>) row).get("role").equals("control")));
        assertTrue(rows.stream()
                .anyMatch(row -> ((Map<?, ?>) row).get("warnings").toString().contains("FAILED")));
        Path other = Files.createDirectory(temp.resolve("other"));
        for (String file : List.of("jmh-result.json", "cells.json")) {
            Files.copy(folder.resolve(file), other.resolve(file));
        }
        String environment = Files.readString(folder.resolve("environment.json"));
        Files.writeString(
                other.resolve("environment.json"), environment.replaceFirst("(\"model\"\\s*:\\s*\")", "$1Other "));
        assertTrue(compare(folder, other).out().contains("!! MACHINE: cpu.model: "), environment);
    }

    @ParameterizedTest
    @DisplayName("run --baseline: what is wrong with it is told before the first fork")
    @CsvSource(
            delimiter = '|',
            value = {
                "--baseline none.json | no such file",
                "--baseline BASE | has none of the benchmarks",
                "--threshold 5 | need a --baseline",
                "--baseline BASE --threshold x | no percentage"
            })
    void baseline(String options, String said) {
        Path folder = temp.resolve("run");
        String line =
                "run planted\\.Lying --preset smoke -o " + folder + " " + options.replace("BASE", base.toString());
        assertRefused(Console.of(line.split(" ")), said);
        assertFalse(Files.exists(folder));
    }

    @Test
    @DisplayName("run --baseline ends with the verdicts, in one JSON document, in its files, and with status 1")
    void runAgainstABaseline() throws IOException {
        Path fast = new JmhFile(1)
                .row(
                        "io.assay.harness.run.planted.LyingBenchmark.parse",
                        "avgt",
                        "ns/op",
                        0.01,
                        "implementation",
                        "ASSAY_HONEST")
                .row(
                        "io.assay.harness.run.planted.LyingBenchmark.parse",
                        "avgt",
                        "ns/op",
                        0.01,
                        "implementation",
                        "HONEST")
                .write(temp.resolve("fast.json"));
        Path folder = temp.resolve("run");
        Path verdict = temp.resolve("verdict.txt");
        Console console = Console.of(
                "run",
                "planted\\.Lying",
                "--preset",
                "smoke",
                "--forks",
                "2",
                "--iterations",
                "2",
                "--time",
                "20ms",
                "-p",
                "implementation=HONEST",
                "--json",
                "-o",
                folder.toString(),
                "--baseline",
                fast.toString(),
                "--verdict",
                verdict.toString(),
                "--threshold",
                "5%");
        Map<?, ?> all = JSON.std.mapFrom(console.out());
        Map<?, ?> comparison = (Map<?, ?>) all.get("comparison");
        Map<?, ?> row = (Map<?, ?>) ((List<?>) comparison.get("rows")).get(0);
        assertEquals("slower", row.get("verdict"));
        assertEquals("control", row.get("role"), "no implementation of ours");
        assertEquals(0, console.status(), console.err());
        assertEquals("verdict: passed\n", Files.readString(verdict));
        assertTrue(Files.readString(folder.resolve("summary.md")).contains("## Benchmarks: passed"));
        assertTrue(Files.readString(folder.resolve("report.html")).contains("controls, whose code did not change"));
        assertTrue(comparison.get("unmatched").toString().contains("ASSAY_HONEST"), comparison::toString);
    }
}
