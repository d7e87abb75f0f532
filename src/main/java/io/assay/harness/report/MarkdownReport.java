package io.assay.harness.report;

/** A run as {@code summary.md}. */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** The same tables as in the terminal. */
    public static String of(RunView view) {
        StringBuilder out = new StringBuilder("# Assay run\n\n");
        view.configuration()
                .forEach(line -> out.append("- ").append(escape(line)).append('\n'));
        view.runWarnings()
                .forEach(warning -> out.append("- **").append(escape(warning)).append("**\n"));
        view.failures()
                .forEach(failure ->
                        out.append("- **FAILED** ").append(escape(failure)).append('\n'));
        view.untold().forEach(cells -> out.append("- ").append(escape(cells)).append('\n'));
        for (Table table : new RunTables(view).tables()) {
            out.append("\n## ")
                    .append(escape(table.title()))
                    .append("\n\n")
                    .append(escape(table.caption()))
                    .append("\n\n");
            out.append("| ").append(String.join(" | ", table.header())).append(" |\n|---|");
            out.append("---:|".repeat(table.header().size() - 1)).append('\n');
            table.rows()
                    .forEach(row -> out.append("| ")
                            .append(String.join(
                                    " | ",
                                    row.stream().map(MarkdownReport::escape).toList()))
                            .append(" |\n"));
            if (!table.notes().isEmpty()) {
                out.append('\n');
            }
            table.notes().forEach(note -> out.append("- ").append(escape(note)).append('\n'));
        }
        if (!view.labels().isEmpty()) {
            out.append("\n## Implementations\n\n");
            view.labels()
                    .forEach(label -> out.append("- ").append(escape(label)).append('\n'));
        }
        return out.toString();
    }

    /** So that no name from a result can break a table, be a link, or bring HTML of its own. */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("](", "]\\(")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("\\R", " ");
    }
}
