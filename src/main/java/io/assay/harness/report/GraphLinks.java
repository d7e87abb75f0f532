package io.assay.harness.report;

import io.assay.harness.profiling.Graph;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Flame graphs, as reports point to them.
 *
 * @param from the folder of the report: links are relative to it, so that both can be moved together
 * @param graphs what was drawn
 */
public record GraphLinks(Path from, List<Graph> graphs) {
    /** No graphs. */
    public static final GraphLinks NONE = new GraphLinks(Path.of(""), List.of());

    private static final int NAMED = 5;

    /** Copies the list. */
    public GraphLinks {
        graphs = List.copyOf(graphs);
    }

    /** A section of a page; empty if there are no graphs. */
    String html() {
        StringBuilder out = new StringBuilder();
        if (!graphs.isEmpty()) {
            out.append("<h2>Flame graphs</h2>\n<ul>\n");
            for (Graph graph : graphs) {
                out.append("<li><a href=\"")
                        .append(escape(link(graph)))
                        .append("\">")
                        .append(escape(graph.key() + ", " + graph.name()))
                        .append("</a>")
                        .append(escape(changed(graph)))
                        .append("</li>\n");
            }
            out.append("</ul>\n");
        }
        return out.toString();
    }

    /** A section of a Markdown document; empty if there are no graphs. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        if (!graphs.isEmpty()) {
            out.append("\n## Flame graphs\n\n");
            for (Graph graph : graphs) {
                // In angle brackets, because names of folders hold commas, and may hold parentheses.
                out.append("- [")
                        .append(MarkdownReport.escape(graph.key() + ", " + graph.name()))
                        .append("](<")
                        .append(link(graph))
                        .append(">)")
                        .append(MarkdownReport.escape(changed(graph)))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private String link(Graph graph) {
        return from.toAbsolutePath()
                .relativize(graph.page().toAbsolutePath())
                .toString()
                .replace('\\', '/');
    }

    private static String changed(Graph graph) {
        return graph.changed().isEmpty()
                ? ""
                : ": changed above noise: "
                        + String.join(
                                ", ", graph.changed().stream().limit(NAMED).toList());
    }

    private static String escape(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }
}
