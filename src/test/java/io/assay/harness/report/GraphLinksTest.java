package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.profiling.Graph;
import io.assay.harness.result.RowKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Reports point to the flame graphs that were made for them")
class GraphLinksTest {
    private static final GraphLinks LINKS = GraphLinks.of(
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
        assertEquals(
                List.of(
                        Map.of(
                                "href", "flame/B.work-p=1,q=2/cpu-diff.html",
                                "name", "B.work[p=<x>|(y)], cpu-diff",
                                "changed", ": changed above noise: a.B.slow, a.B.slower"),
                        Map.of("href", "flame/B.rest/cpu.html", "name", "B.rest, cpu", "changed", "")),
                LINKS.list());
    }

    @Test
    void soDoesTheSummary() {
        String markdown = markdown(LINKS);
        assertTrue(
                markdown.contains(
                        "- [B.work[p=&lt;x>\\|(y)], cpu-diff](<flame/B.work-p=1,q=2/cpu-diff.html>): changed"),
                markdown);
    }

    @Test
    void withoutGraphsNothingIsSaid() {
        assertEquals("", markdown(GraphLinks.NONE));
        assertEquals(List.of(), GraphLinks.NONE.list());
    }

    @Test
    void graphsOfAnEarlierSessionAreFoundAndTheirIndexIsNone(@TempDir Path run) throws IOException {
        Path row =
                Files.createDirectories(run.resolve("flame").resolve("explain").resolve("B.w 100%#-p=1"));
        Files.writeString(row.resolve("alloc-diff.html"), "");
        Files.writeString(row.resolve("alloc.collapsed"), "");
        Files.writeString(run.resolve("flame").resolve("index.html"), "");
        assertEquals(
                List.of(Map.of(
                        "href", "../flame/explain/B.w%20100%25%23-p=1/alloc-diff.html",
                        "name", "explain, B.w 100%#-p=1, alloc-diff",
                        "changed", "")),
                GraphLinks.found(run.resolve("elsewhere"), run).list());
        assertEquals(List.of(), GraphLinks.found(run, run.resolve("elsewhere")).links());
    }

    private static String markdown(GraphLinks links) {
        BoundedMarkdown out = new BoundedMarkdown();
        links.markdown(out);
        return out.text();
    }
}
