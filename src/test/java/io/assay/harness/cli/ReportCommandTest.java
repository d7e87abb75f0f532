package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.JmhFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("assay report")
class ReportCommandTest {
    @TempDir
    private Path temp;

    private Path before;
    private Path after;

    @BeforeEach
    void results() throws IOException {
        before = new JmhFile(1).time("a.B.same", 100).time("a.B.slower", 100).write(temp.resolve("before.json"));
        after = new JmhFile(2).time("a.B.same", 100).time("a.B.slower", 150).write(temp.resolve("after.json"));
    }

    @Test
    @DisplayName("takes anybody's JMH result, and writes beside it under its name")
    void plainResult() throws IOException {
        Console console = Console.of("report", after.toString());
        assertEquals(new Console(0, "report: " + temp.resolve("after.html") + System.lineSeparator(), ""), console);
        String page = Files.readString(temp.resolve("after.html"));
        assertTrue(page.contains("B.slower")
                && page.contains("a plain JMH result: machine, heap and commit are not known"));
        assertTrue(page.contains("warmupIterations: 5"), "what JMH says of how it measured");
        assertFalse(page.contains("heap 0 MiB"), "what is not known is not said");
    }

    @Test
    @DisplayName("with a baseline ends with status 1 if a row became slower; the summary begins with the verdict")
    void baseline() throws IOException {
        Path summary = temp.resolve("new").resolve("summary.md");
        Console console = Console.of(
                "report", after.toString(), "--baseline", before.toString(), "--summary", summary.toString());
        assertEquals(1, console.status(), console.toString());
        String text = Files.readString(summary);
        assertTrue(text.startsWith("## Benchmarks: FAILED, 1 slower"), text);
        assertTrue(text.indexOf("### slower (1)") < text.indexOf("# Assay run"), text);
        assertTrue(Files.readString(temp.resolve("after.html")).contains("\"verdict\":\"slower\""));
        assertEquals(
                0,
                Console.of("report", after.toString(), "--baseline", before.toString(), "--threshold", "80%")
                        .status());
    }

    @Test
    @DisplayName("puts several results on one page")
    void several() throws IOException {
        Path page = temp.resolve("both.html");
        assertEquals(
                0,
                Console.of("report", before.toString(), after.toString(), "-o", page.toString())
                        .status());
        String text = Files.readString(page);
        assertTrue(text.contains("before.json") && text.contains("after.json"));
    }

    @Test
    @DisplayName("with a store shows the past of its rows, and refuses a store that knows none of them")
    void past() throws IOException {
        String store = temp.resolve("history.db").toString();
        for (Path result : new Path[] {before, after}) {
            Console recorded = Console.of(
                    "record", result.toString(), "--store", store, "--commit", "c0ffee", "--date", "2026-01-02");
            assertEquals(0, recorded.status(), recorded.err());
        }
        Console console = Console.of("report", after.toString(), "--store", store);
        assertEquals(0, console.status(), console.err());
        String page = Files.readString(temp.resolve("after.html"));
        assertTrue(page.contains("History of B.slower") && page.contains("\"c0ffee\""));
        assertTrue(page.contains("2 runs in "), "the store is named");
        Path other = new JmhFile(3).time("c.D.other", 1).write(temp.resolve("other.json"));
        assertRefused(Console.of("report", other.toString(), "--store", store), "knows none of the rows");
        assertRefused(Console.of("report", after.toString(), "--store", store + ".not"), "no such store");
    }

    @Test
    @DisplayName("without --store takes the project's own history, if it knows the rows")
    void pastOfTheProject() throws Exception {
        Path project = Files.createDirectories(temp.resolve("project"));
        Files.createDirectory(project.resolve(".git"));
        assertEquals(
                0,
                Console.of(
                                "record",
                                after.toString(),
                                "--store",
                                project.resolve(".assay/history.db").toString(),
                                "--date",
                                "2026-01-02")
                        .status());
        Path page = temp.resolve("page.html");
        try (ChildProcess child =
                new ChildProcess(project, temp.resolve("tmp"), "report", after.toString(), "-o", page.toString())) {
            assertEquals(0, child.end().status());
        }
        assertTrue(Files.readString(page).contains("1 run in "));
    }

    @Test
    @DisplayName("refuses, before it writes anything, what it cannot read or be asked")
    void refusals() throws IOException {
        Path torn = Files.writeString(temp.resolve("torn.json"), "[{\"benchmark\":");
        assertRefused(Console.of("report", torn.toString()), "torn.json at line 1");
        assertRefused(Console.of("report", after.toString(), "--baseline", torn.toString()), "torn.json at line 1");
        assertRefused(Console.of("report", after.toString(), "--threshold", "5%"), "need a --baseline");
        assertRefused(Console.of("report", after.toString(), "--summary", temp.toString()), "--summary");
        assertRefused(Console.of("report", after.toString(), "-o", after + "/page.html"), "its folder cannot be made");
        assertFalse(Files.exists(temp.resolve("after.html")), "nothing was written");
    }

    private static void assertRefused(Console console, String part) {
        assertEquals(2, console.status(), console.toString());
        assertEquals("", console.out());
        assertTrue(console.err().contains(part), console.err());
        assertEquals(1, console.err().strip().lines().count(), console.err());
    }
}
