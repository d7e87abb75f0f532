package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RunFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.jr.ob.JSON;

/**
 * One run that has everything: several forks, rows that failed before and after a measured fork, that do not apply, that
 * are unusable or no number, warnings, an interruption, rows without an implementation, names that attack the format.
 */
@DisplayName("Every format of one run, held against files")
class ReportsTest {
    private static final RunFolder FOLDER = RunFolder.open(Path.of("src/test/resources/golden/run"));
    private static final RunView VIEW = RunView.of(FOLDER);
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    @Test
    void text() throws IOException {
        Golden.check("report.txt", TextReport.of(VIEW));
    }

    @Test
    void markdown() throws IOException {
        Golden.check("summary.md", MarkdownReport.of(VIEW));
    }

    @Test
    void html() throws IOException {
        Golden.check("report.html", HtmlReport.of(List.of(VIEW)));
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

    /** HTML's void elements closed, so that a parser of XML can judge the rest. */
    private static Document parse(String html) throws Exception {
        String xml = html.replaceFirst("<!DOCTYPE html>", "").replaceAll("(<(?:meta|br|hr|img|link)\\b[^>]*)>", "$1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    @DisplayName("The page is well formed, and fetches and runs nothing")
    void pageStandsAlone() throws Exception {
        Document page = parse(HtmlReport.of(List.of(VIEW, VIEW)));
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String tag = all.item(i).getNodeName();
            assertFalse(List.of("script", "link", "iframe", "img", "object").contains(tag), tag);
            for (String attribute : List.of("src", "href", "onload", "onclick", "style")) {
                assertTrue(all.item(i).getAttributes().getNamedItem(attribute) == null, tag + " " + attribute);
            }
        }
        String style = page.getElementsByTagName("style").item(0).getTextContent();
        assertFalse(style.contains("url(") || style.contains("@import"), style);
        assertEquals(2, page.getElementsByTagName("h2").getLength(), "each run of several has its heading");
    }

    @Test
    @DisplayName("A hostile name is text, whole and harmless")
    void hostileNames() throws Exception {
        Document page = parse(HtmlReport.of(List.of(VIEW)));
        assertEquals(0, page.getElementsByTagName("b").getLength());
        String said = page.getDocumentElement().getTextContent();
        assertTrue(said.contains("workload=<script>alert('1')</script>|&\"](http://example.org)"), said);
        assertTrue(said.contains("<b>BOLD</b>"), said);
        String markdown = MarkdownReport.of(VIEW);
        assertFalse(markdown.contains("<script") || markdown.contains("<b>"), "HTML in Markdown");
        assertFalse(markdown.contains("](http"), "a link in Markdown");
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
