package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.GateFile;
import io.assay.harness.compare.JmhFile;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Side;
import io.assay.harness.report.page.ReportPage;
import io.assay.harness.result.JmhJson;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** One comparison that has everything, held against files. */
@DisplayName("Every format of a comparison")
class ComparisonFormatsTest {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final String MATCH = "io.example.router.RouterBenchmark.match";
    private static final int COMMENT = 65_536;

    private static Comparison everything;

    @BeforeAll
    static void compare() throws IOException {
        everything = compare(
                result(1, 1),
                result(2, 1.15),
                "accept.known = until 2027-12-31 up to 60%: checks, see #12\nthreshold.wide = 40%\n");
    }

    private static Comparison compare(JmhFile base, JmhFile head, String gate) throws IOException {
        return Comparer.of(
                side("base.json", base),
                side("head.json", head),
                new Options(
                        OptionalDouble.empty(),
                        List.of(),
                        GateFile.parse("gate", gate),
                        false,
                        Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC)));
    }

    private static Side side(String name, JmhFile file) throws IOException {
        return new Side(name, JmhJson.parse(name, file.json()), Map.of(), Optional.empty());
    }

    private static JmhFile result(long seed, double machine) {
        boolean head = seed == 2;
        JmhFile file = new JmhFile(seed);
        for (String other : List.of("BOUND_MAP", "NETTY", "JETTY", "SPRING", "JOOBY", "ARMERIA")) {
            file.time(MATCH, 250 * machine, "implementation", other);
        }
        file.time(MATCH, 100 * machine * (head ? 1.3 : 1), "implementation", "ASSAY")
                .metric("gc.alloc.rate.norm", "B/op", head ? new double[] {24, 24, 24} : new double[] {0, 0, 0})
                .metric("mem.peak", "bytes", 80e6, 80e6, 80e6)
                .metric("cpu.time", "ns/op", 100, 101, 99);
        file.time("b.Gate.known", 10 * machine * (head ? 1.5 : 1)).time("b.Gate.wide", 10 * machine * (head ? 1.2 : 1));
        file.row("b.Rate.faster", "thrpt", head ? "ops/us" : "ops/s", head ? 2.0 / machine : 1.5e6);
        file.forks(1).time("b.Few.forks", 7);
        file.forks(5).time("b.Bad.row", 7);
        if (head) {
            file.raw("NaN", List.of(List.of("NaN")));
        }
        file.time("b.Hostile.name", 7 * machine, "workload", "<script>alert('1')</script>|&\"](http://example.org)");
        return head ? file.time("b.New.row", 1) : file.row("b.Old.row", "ss", "ms/op", 1);
    }

    @Test
    void text() throws IOException {
        Golden.check("compare.txt", ComparisonText.of(everything));
    }

    @Test
    void markdown() throws IOException {
        Golden.check("compare.md", ComparisonMarkdown.of(everything));
    }

    @Test
    void json() throws IOException {
        // Logarithms differ in their last bit between processors.
        String rounded = DECIMAL.matcher(ComparisonJson.of(everything))
                .replaceAll(number -> String.format(Locale.ROOT, "%.6g", Double.parseDouble(number.group())));
        Golden.check("compare.json", rounded + "\n");
    }

    @Test
    @DisplayName("Zero to something has no ratio: null in JSON, never Infinity or NaN")
    void finiteOrNull() throws IOException {
        String text = ComparisonJson.of(everything);
        assertFalse(text.contains("Infinity") || text.contains("NaN\"") || text.contains(": NaN"), text);
        List<?> rows = (List<?>) JSON.std.mapFrom(text).get("rows");
        Map<?, ?> bytes = (Map<?, ?>) rows.stream()
                .filter(row -> ((Map<?, ?>) row).get("metric").equals("gc.alloc.rate.norm"))
                .findFirst()
                .orElseThrow();
        assertEquals("slower", bytes.get("verdict"));
        assertEquals(null, bytes.get("ratio"));
        assertEquals(0.0, bytes.get("base"));
        assertEquals(24.0, bytes.get("head"));
    }

    @Test
    void theTerminalsLinesFit() {
        List<String> wide = ComparisonText.of(everything)
                .lines()
                .filter(line -> line.length() > 100)
                .toList();
        assertEquals(List.of(), wide);
    }

    @Test
    void namesFromAResultBringNoMarkup() {
        String markdown = ComparisonMarkdown.of(everything);
        assertFalse(markdown.contains("<script") || markdown.contains("](http"), markdown);
        String page = ReportPage.of("a page", Map.of("comparison", PageComparison.of(everything)));
        assertEquals(-1, page.indexOf("<script>alert"));
        assertTrue(page.contains("\\u003cscript>alert"), "told, but as text");
    }

    @Test
    @DisplayName("Two thousand changed rows with long names fit into a comment, and the cut is counted")
    void fitsAComment() throws IOException {
        JmhFile base = new JmhFile(1);
        JmhFile head = new JmhFile(2);
        for (int i = 0; i < 2000; i++) {
            String name = "org.example.AVeryLongNameOfABenchmarkThatPeopleGiveToTheirClasses" + i + ".method";
            base.time(name, 100).time("b.OnlyBase.m" + i, 1);
            head.time(name, i % 2 == 0 ? 120 : 100).time("b.OnlyHead.m" + i, 1);
        }
        Comparison comparison = compare(base, head, "");
        String markdown = ComparisonMarkdown.of(comparison);
        assertTrue(markdown.length() < COMMENT, "" + markdown.length());
        assertTrue(markdown.contains(" more are left out here"), "the cut is told");
        assertTrue(markdown.indexOf("### slower") < markdown.indexOf("<details>"), "changed rows first");
        assertEquals(
                markdown.split("<details>", -1).length,
                markdown.split("</details>", -1).length,
                "nothing is left open");
        assertEquals(1000, comparison.rows().stream().filter(row -> row.fails()).count());
    }
}
