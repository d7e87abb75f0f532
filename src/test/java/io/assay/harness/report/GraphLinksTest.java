package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.profiling.Graph;
import io.assay.harness.result.RowKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reports point to the flame graphs that were made for them")
class GraphLinksTest {
    private static final GraphLinks LINKS = new GraphLinks(
            Path.of("out", "run"),
            List.of(
                    new Graph(
                            new RowKey("a.B.work", "avgt", Map.of("p", "<x>|(y)")),
                            "cpu-diff",
                            Path.of("out", "run", "flame", "B.work-p=1,q=2", "cpu-diff.html"),
                            "text",
                            List.of("a.B.slow", "a.B.slower")),
                    new Graph(
                            new RowKey("a.B.rest", "avgt", Map.of()),
                            "cpu",
                            Path.of("out", "run", "flame", "B.rest", "cpu.html"),
                            "text",
                            List.of())));

    @Test
    void thePageLinksRelativeToItselfAndNamesWhatChanged() {
        String page = HtmlReport.of(List.of(), Optional.empty(), LINKS);
        assertTrue(
                page.contains("<a href=\"flame/B.work-p=1,q=2/cpu-diff.html\">B.work[p=&lt;x&gt;|(y)], cpu-diff</a>"
                        + ": changed above noise: a.B.slow, a.B.slower</li>"),
                page);
        assertTrue(page.contains("<a href=\"flame/B.rest/cpu.html\">B.rest, cpu</a></li>"), page);
    }

    @Test
    void soDoesTheSummary() {
        assertTrue(
                LINKS.markdown()
                        .contains(
                                "- [B.work[p=&lt;x>\\|(y)], cpu-diff](<flame/B.work-p=1,q=2/cpu-diff.html>): changed"),
                LINKS::markdown);
    }

    @Test
    void withoutGraphsNothingIsSaid() {
        assertEquals("", GraphLinks.NONE.html() + GraphLinks.NONE.markdown());
    }
}
