package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.StringEscapeUtils;

/** One self-contained page: no script, nothing fetched, readable in light and dark. */
public final class HtmlReport {
    static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Assay run</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            caption { text-align: left; opacity: .75; padding: .25rem 0; }
            th, td { text-align: right; padding: .2rem .7rem; border-bottom: 1px solid #8884; white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; }
            tr.ours { font-weight: 600; background: #4a90d922; }
            .warning { color: light-dark(#8a4b00, #ffb454); }
            </style>
            </head>
            <body>
            <h1>Assay run</h1>
            """;

    private HtmlReport() {}

    /** A page on one or more runs. */
    public static String of(List<RunView> views) {
        return of(views, Optional.empty());
    }

    /** The same, after the verdicts against a baseline if there are any. */
    public static String of(List<RunView> views, Optional<Comparison> comparison) {
        return of(views, comparison, GraphLinks.NONE);
    }

    /** The same, with the flame graphs that were made for it. */
    public static String of(List<RunView> views, Optional<Comparison> comparison, GraphLinks graphs) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append(graphs.html());
        comparison.ifPresent(verdicts -> comparison(verdicts, out));
        for (RunView view : views) {
            if (views.size() > 1) {
                out.append("<h2>").append(escape(view.folder())).append("</h2>\n");
            }
            run(view, out);
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private static void comparison(Comparison comparison, StringBuilder out) {
        ComparisonRows rows = new ComparisonRows(comparison);
        out.append("<h2>")
                .append(comparison.failed() ? "FAILED: " : "")
                .append(escape(rows.counts()))
                .append("</h2>\n");
        out.append("<ul>\n");
        item("against " + comparison.base(), "", out);
        comparison
                .notices()
                .forEach(notice -> item("not measured under the same conditions: " + notice, "warning", out));
        comparison.warnings().forEach(warning -> item(warning, "warning", out));
        comparison.gate().forEach(said -> item(said, "warning", out));
        rows.control().forEach(control -> item(control, "", out));
        item(rows.promise(), "", out);
        out.append("</ul>\n");
        rows.sections().forEach(section -> table(rows.table(section), out));
        out.append("<ul>\n");
        rows.warnings().forEach(warning -> item(warning, "", out));
        rows.unmatched().forEach(unmatched -> item("not compared, " + unmatched, "", out));
        out.append("</ul>\n<h2>This run</h2>\n");
    }

    private static void run(RunView view, StringBuilder out) {
        out.append("<ul>\n");
        view.failures().forEach(failure -> item("FAILED " + failure, "warning", out));
        view.runWarnings().forEach(warning -> item(warning, "warning", out));
        view.untold().forEach(cells -> item(cells, "", out));
        view.configuration().forEach(line -> item(line, "", out));
        out.append("</ul>\n");
        new RunTables(view).tables().forEach(table -> table(table, out));
        view.scaling().forEach(scaled -> out.append(ScalingSvg.of(scaled)));
        if (!view.labels().isEmpty()) {
            out.append("<section>\n<h3>Implementations</h3>\n<ul>\n");
            view.labels().forEach(label -> item(label, "", out));
            out.append("</ul>\n</section>\n");
        }
    }

    static void item(String text, String style, StringBuilder out) {
        out.append(style.isEmpty() ? "<li>" : "<li class=\"" + style + "\">")
                .append(escape(text))
                .append("</li>\n");
    }

    static void table(Table table, StringBuilder out) {
        out.append("<section>\n<h3>")
                .append(escape(table.title()))
                .append("</h3>\n<div class=\"scroll\" tabindex=\"0\">\n");
        out.append("<table>\n<caption>").append(escape(table.caption())).append("</caption>\n<thead><tr>");
        table.header()
                .forEach(name ->
                        out.append("<th scope=\"col\">").append(escape(name)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append(row.get(0).startsWith("ASSAY") ? "<tr class=\"ours\">" : "<tr>");
            for (String cell : row) {
                out.append("<td>").append(escape(cell)).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
        if (!table.notes().isEmpty()) {
            out.append("<ul>\n");
            table.notes().forEach(note -> item(note, "warning", out));
            out.append("</ul>\n");
        }
        out.append("</section>\n");
    }

    /** The page is UTF-8, so only markup needs it; control characters, which no HTML may hold, are dropped. */
    static String escape(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }
}
