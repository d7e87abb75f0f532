package io.assay.harness.report;

/** A matrix as one self-contained page. */
public final class MatrixHtml {
    private MatrixHtml() {}

    /** The same tables and sentences as in the terminal. */
    public static String of(MatrixView view) {
        StringBuilder out = new StringBuilder(HtmlReport.HEAD.replace("Assay run", "Assay matrix"));
        view.tables().forEach(table -> HtmlReport.table(table, out));
        view.sentences().forEach((heading, lines) -> {
            out.append("<section>\n<h3>").append(HtmlReport.escape(heading)).append("</h3>\n<ul>\n");
            lines.forEach(line -> HtmlReport.item(line, "", out));
            out.append("</ul>\n</section>\n");
        });
        return out.append("</body>\n</html>\n").toString();
    }
}
