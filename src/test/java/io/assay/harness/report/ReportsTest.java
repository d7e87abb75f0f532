package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/**
 * One run that has everything: several forks, rows that failed before and after a measured fork, that do not apply, that
 * are unusable or no number, warnings, an interruption, rows without an implementation, names that attack the format.
 */
@DisplayName("Every format of one run, held against files")
class ReportsTest {
    private static final RunFolder FOLDER = RunFolder.open(Path.of("src/test/resources/golden/run"));
    private static final RunView VIEW = RunView.of(FOLDER);
    private static final ReportedRun RUN = new ReportedRun(VIEW, Optional.empty(), GraphLinks.NONE);
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    @Test
    void text() throws IOException {
        Golden.check("report.txt", TextReport.of(VIEW));
    }

    @Test
    void markdown() throws IOException {
        Golden.check("summary.md", MarkdownReport.of(List.of(RUN)));
    }

    @Test
    void html() throws IOException {
        String data = JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(PageData.of("Assay run", List.of(RUN)));
        Golden.check("page.json", data + "\n");
    }

    @Test
    void json() throws IOException {
        // Logarithms differ in their last bit between processors.
        String rounded = DECIMAL.matcher(RunJson.of(VIEW))
                .replaceAll(number -> String.format(Locale.ROOT, "%.8g", Double.parseDouble(number.group())));
        Golden.check("run.json", rounded + "\n");
        assertEquals(rounded.lines().count(), RunJson.of(VIEW).lines().count());
    }

    @Test
    @DisplayName("cells.json is read and written without loss")
    void cells(@TempDir Path temp) throws IOException {
        RunFolder copy = RunFolder.create(temp);
        copy.writeCells(FOLDER.cells());
        assertEquals(
                JSON.std.anyFrom(Files.readString(FOLDER.path().resolve("cells.json"))),
                JSON.std.anyFrom(Files.readString(temp.resolve("cells.json"))));
        Golden.check("cells.json", Files.readString(temp.resolve("cells.json")));
    }

    @Test
    @DisplayName("The page forbids itself all but its own scripts, and none of them comes from a name")
    void pageStandsAlone() {
        String page = HtmlReport.of(List.of(RUN, RUN));
        assertTrue(page.contains("content=\"default-src 'none'; script-src 'sha256-"), "its policy");
        assertFalse(page.matches("(?s).*(src|href)=\"(?!data:,|#).*"), "nothing is fetched");
        assertEquals(3, page.split("<script", -1).length - 1, "data, charts, the page's own");
        int data = page.indexOf("id=\"data\">") + 10;
        String json = page.substring(data, page.indexOf("</script>", data));
        assertFalse(json.contains("<"), "markup in the data");
        assertTrue(json.contains("\\u003cscript>alert('1')\\u003c/script>"), json);
    }

    @Test
    @DisplayName("A hostile name is text in Markdown")
    void hostileNames() {
        String markdown = MarkdownReport.of(List.of(RUN));
        assertFalse(markdown.contains("<script") || markdown.contains("<b>"), "HTML in Markdown");
        assertFalse(markdown.contains("](http"), "a link in Markdown");
    }

    @Test
    @DisplayName("A summary of very many rows fits into a comment, with its verdict, and tells what it left out")
    void summaryIsBounded() {
        String one = MarkdownReport.of(List.of(RUN));
        String many = MarkdownReport.of(Collections.nCopies(100, RUN));
        assertTrue(many.length() <= 65_536, "" + many.length());
        assertTrue(many.contains(" more lines are left out, because a comment holds no more"), many);
        assertFalse(one.contains("left out, because a comment"), one);
        assertEquals(many.split("<details>", -1).length, many.split("</details>", -1).length, "what opens is closed");
    }

    @Test
    @DisplayName("What is unusable is no one's yardstick")
    void fastestPeerIsUsable() {
        String text = TextReport.of(VIEW);
        assertTrue(text.lines().anyMatch(line -> line.matches(" *ALPHA .*1 \\(fastest peer\\).*")), text);
    }

    @Test
    @DisplayName("A run that was killed before its warnings were stored has them all the same")
    void killedRunHasItsWarnings(@TempDir Path temp) throws IOException {
        Files.copy(FOLDER.path().resolve("jmh-result.json"), temp.resolve("jmh-result.json"));
        Files.copy(FOLDER.path().resolve("environment.json"), temp.resolve("environment.json"));
        RunFolder killed = RunFolder.open(temp);
        killed.writeCells(FOLDER.cells().withWarnings(List.of()));
        RunView view = RunView.of(killed);
        assertEquals(view.analysis().warnings(), view.cells().warnings());
        assertTrue(TextReport.of(view).contains("! HALF: unusable"), TextReport.of(view));
    }

    @Test
    @DisplayName("No cell is dropped silently: each is in the terminal's report by name, or counted with its reason")
    void everyCellIsTold() {
        String text = TextReport.of(VIEW);
        FOLDER.cells().cells().stream()
                .filter(cell -> !cell.key().family().equals("calibration")
                        && !cell.key().family().equals("late"))
                .forEach(cell -> {
                    String name = cell.key()
                            .params()
                            .getOrDefault("implementation", cell.key().toString());
                    assertTrue(text.contains(name), name);
                });
        assertTrue(text.contains("6 rows not run, left out: the budget"), text);
    }
}
