package io.assay.harness.profiling;

import io.assay.harness.result.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.text.StringEscapeUtils;

/** The page that links to the graphs of a session. */
final class SessionIndex {
    private SessionIndex() {}

    static Path write(Path folder, List<Graph> graphs) {
        StringBuilder out = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Flame graphs</title>
                <style>
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 90rem; margin: 0 auto; padding: 1rem; }
                pre { overflow-x: auto; font-size: .85rem; }
                </style>
                </head>
                <body>
                <h1>Flame graphs</h1>
                """);
        for (Graph graph : graphs) {
            out.append("<section>\n<h2><a href=\"")
                    .append(escape(link(folder, graph.page())))
                    .append("\">")
                    .append(escape(graph.key() + ", " + graph.name()))
                    .append("</a></h2>\n<pre tabindex=\"0\">")
                    .append(escape(graph.text()))
                    .append("</pre>\n</section>\n");
        }
        Path index = folder.resolve("index.html");
        RunFolder.writeAtomically(index, out.append("</body>\n</html>\n").toString());
        return index;
    }

    /** A relative link: names of folders hold only what a URL takes, but for the comma, the '=' and the separator. */
    private static String link(Path folder, Path page) {
        return folder.relativize(page).toString().replace('\\', '/');
    }

    private static String escape(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }
}
