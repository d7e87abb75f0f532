package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.JmhFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

@DisplayName("assay record and assay history, as people type them")
class HistoryCommandTest {
    private static final String FOO = "org.example.FooBenchmark.foo";
    private static final String BAR = "org.example.FooBenchmark.bar";

    /** A store with ten days of nothing but noise, from which most of the tests go on. */
    private static Path calm;

    @TempDir
    Path temp;

    private String store;

    @BeforeAll
    static void recordCalmDays(@TempDir Path folder) throws IOException {
        HistoryCommandTest recording = new HistoryCommandTest();
        recording.temp = folder;
        recording.name();
        recording.record(0, 10, 100, 50);
        calm = Path.of(recording.store);
    }

    @BeforeEach
    void name() {
        store = temp.resolve("history.db").toString();
    }

    /** Ten days at 100 and 50. One file is all: when a store's last connection is closed, its log goes into it. */
    private void calmDays() throws IOException {
        Files.copy(calm, Path.of(store));
    }

    /** A day's run: what foo and bar cost on that day. */
    private Console record(int day, double foo, double bar, String... more) throws IOException {
        Path file = new JmhFile(day).time(FOO, foo).time(BAR, bar).write(temp.resolve("r" + day + ".json"));
        String date = java.time.LocalDate.of(2026, 1, 1).plusDays(day).toString();
        List<String> args = new java.util.ArrayList<>(
                List.of("record", file.toString(), "--store", store, "--commit", "c" + day + "abc", "--date", date));
        args.addAll(List.of(more));
        return Console.of(args.toArray(String[]::new));
    }

    private void record(int from, int to, double foo, double bar) throws IOException {
        for (int day = from; day < to; day++) {
            Console console = record(day, foo, bar);
            assertEquals(0, console.status(), console.err());
        }
    }

    private Console history(String... args) {
        List<String> all = new java.util.ArrayList<>(List.of("history", "--store", store));
        all.addAll(List.of(args));
        return Console.of(all.toArray(String[]::new));
    }

    @Test
    @DisplayName("A level that changed is told with its commits and size, in every format; --fail ends with 1")
    void change() throws IOException {
        calmDays();
        assertEquals(0, history("--fail").status());
        record(10, 15, 110, 50);
        Console text = history("FooBenchmark", "--fail");
        assertEquals(1, text.status(), text.out());
        assertTrue(text.out().contains("FooBenchmark.foo: 110 ns/op, 15 runs"), text.out());
        assertTrue(text.out().contains("2026-01-11  slower 1.1"), text.out());
        assertTrue(text.out().contains("c9abc..c10abc"), text.out());
        assertTrue(text.out().endsWith("verdict: FAILED\n"), text.out());
        assertFalse(history().out().contains("FooBenchmark.bar"), "what did not change is not shown unless named");
        assertTrue(history("--format", "markdown").out().contains("| FooBenchmark.foo | slower 1."));
    }

    @Test
    @DisplayName("JSON is one document, and nothing else is on standard output")
    void json() throws IOException {
        calmDays();
        record(10, 15, 80, 50);
        Console console = history("--format", "json", "--fail");
        assertEquals(0, console.status(), "faster is no failure");
        Map<String, Object> all = JSON.std.mapFrom(console.out());
        Map<?, ?> foo = (Map<?, ?>) ((List<?>) all.get("series")).get(1);
        assertEquals(FOO, foo.get("benchmark"));
        Map<?, ?> line = (Map<?, ?>) ((List<?>) foo.get("lines")).get(0);
        Map<?, ?> change = (Map<?, ?>) ((List<?>) line.get("changes")).get(0);
        assertEquals("faster", change.get("verdict"));
        assertEquals("c10abc", ((Map<?, ?>) change.get("first")).get("commit"));
        double ratio = ((Number) change.get("ratio")).doubleValue();
        assertEquals(0.8, ratio, 0.01);
        assertTrue(((Number) change.get("low")).doubleValue() < ratio);
        assertEquals(List.of(), all.get("alarms"));
    }

    @Test
    @DisplayName("--since, by date or commit, forgives what came before; what was taken back does not fail")
    void since() throws IOException {
        calmDays();
        record(10, 20, 120, 50);
        assertEquals(0, history("--fail").status(), "an old change, and the newest five runs are as before");
        assertEquals(1, history("--fail", "--since", "2026-01-05").status());
        assertEquals(0, history("--fail", "--since", "2026-01-13").status());
        assertEquals(1, history("--fail", "--since", "c8abc").status());
        assertEquals(0, history("--fail", "--since", "c12abc").status());
        assertEquals(
                0,
                history("--fail", "--since", "2026-01-05", "--threshold", "30%").status());
        record(20, 30, 100, 50);
        assertEquals(0, history("--fail", "--since", "2026-01-05").status());
    }

    @Test
    @DisplayName("The newest run alone, far off a calm past, fails; a spike that was followed by calm runs does not")
    void newest() throws IOException {
        calmDays();
        record(10, 12, 100, 50);
        record(12, 13, 125, 50);
        Console off = history("foo", "--fail");
        assertEquals(1, off.status(), off.out());
        assertTrue(off.out().contains("newest run: slower 1.2"), off.out());
        record(13, 18, 100, 50);
        Console back = history("foo", "--fail");
        assertEquals(0, back.status(), back.out());
        assertTrue(back.out().contains("spikes, no change: 2026-01-13"), back.out());
    }

    @Test
    @DisplayName("Shards recorded one by one: a change counts by its commits, not by the runs recorded since")
    void shards() throws IOException {
        for (int day = 0; day < 13; day++) {
            String date = java.time.LocalDate.of(2026, 1, 1).plusDays(day).toString();
            for (int shard = 0; shard < 3; shard++) {
                JmhFile result = new JmhFile(10 * day + shard).time(FOO + shard, day < 10 || shard > 0 ? 100 : 120);
                Path file = result.write(temp.resolve("s.json"));
                Console console =
                        Console.of("record", file.toString(), "--store", store, "--commit", "c" + day, "--date", date);
                assertEquals(0, console.status(), console.err());
            }
        }
        Console console = history("--fail");
        assertEquals(1, console.status(), console.out());
        assertTrue(console.out().contains("FAILED: FooBenchmark.foo0: 2026-01-11  slower 1."), console.out());
    }

    @Test
    @DisplayName("Names and commits cannot break a table of Markdown")
    void markdownIsText() throws IOException {
        calmDays();
        for (int day = 10; day < 15; day++) {
            record(day, 130, 50, "--commit", "<b>|[a](http://b)");
        }
        String text = history("--format", "markdown", "--since", "2026-01-01").out();
        assertTrue(text.contains("&lt;b>\\|[a]\\(http"), text);
        assertFalse(text.contains("<b>") || text.contains("](http"), text);
    }

    @Test
    @DisplayName("Another JDK splits a series: no change, and it is told why")
    void environment() throws IOException {
        calmDays();
        for (int day = 10; day < 20; day++) {
            Path file =
                    new JmhFile(day).time(FOO, 130).with("jdkVersion", "25").write(temp.resolve("j" + day + ".json"));
            String date = java.time.LocalDate.of(2026, 1, 1).plusDays(day).toString();
            Console.of("record", file.toString(), "--store", store, "--date", date);
        }
        Console console = history("foo", "--fail", "--since", "2026-01-01");
        assertEquals(0, console.status(), console.out());
        assertTrue(console.out().contains("another environment, not compared: jdk: 17.0.1, 25"), console.out());
    }

    @Test
    void branches() throws IOException {
        record(0, 100, 50, "--branch", "main");
        record(1, 200, 50, "--branch", "topic");
        assertTrue(history("foo", "--branch", "main").out().contains("1 run in"));
        Console none = history("--branch", "other");
        assertEquals(2, none.status());
        assertTrue(none.err().contains("no run of branch 'other'"), none.err());
    }

    @Test
    @DisplayName("Recording twice tells so and is no failure")
    void twice() throws IOException {
        assertTrue(record(1, 100, 50).out().contains("recorded 2 rows of commit c1abc"));
        Console again = record(1, 100, 50);
        assertEquals(0, again.status());
        assertTrue(again.out().contains("kept already, as commit c1abc"), again.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record none.json --date 2026-01-01 | no such file",
                "record FILE | give --date",
                "record FILE --date yesterday | no date",
                "record FILE --date 2026-01-01 --store jdbc:oracle:x | no store of this kind",
                "history --store none.db | no such store yet",
                "history --since never | neither a date",
                "history nothing | matches none of the 2 series",
                "history ( | no regular expression",
                "history --threshold x | no percentage",
                "history --format yaml | --format"
            })
    void mistakes(String line, String said) throws IOException {
        calmDays();
        String file = new JmhFile(7).time(FOO, 1).write(temp.resolve("x.json")).toString();
        String[] words =
                (line.replace("FILE", file) + (line.contains("--store") ? "" : " --store " + store)).split(" ");
        Console console = Console.of(words);
        assertEquals(2, console.status(), console.out());
        assertTrue(console.err().contains(said), console.err());
        assertEquals(1, console.errLines().size(), console.err());
    }
}
