package io.assay.harness.report;

import java.util.List;

/** A matrix as {@code matrix.md}. */
public final class MatrixMarkdown {
    private MatrixMarkdown() {}

    /** The same tables and sentences as in the terminal. */
    public static String of(MatrixView view) {
        StringBuilder out = new StringBuilder("# Assay matrix\n");
        for (Table table : view.tables()) {
            heading(table.title(), out);
            out.append(MarkdownReport.escape(table.caption())).append("\n\n| ");
            out.append(String.join(" | ", escaped(table.header()))).append(" |\n|---|");
            out.append("---:|".repeat(table.header().size() - 1)).append('\n');
            table.rows()
                    .forEach(row -> out.append("| ")
                            .append(String.join(" | ", escaped(row)))
                            .append(" |\n"));
            if (!table.notes().isEmpty()) {
                out.append("\n");
            }
            list(table.notes(), out);
        }
        view.sentences().forEach((title, lines) -> {
            heading(title, out);
            list(lines, out);
        });
        return out.toString();
    }

    private static void heading(String title, StringBuilder out) {
        out.append("\n## ").append(MarkdownReport.escape(title)).append("\n\n");
    }

    private static void list(List<String> lines, StringBuilder out) {
        lines.forEach(
                line -> out.append("- ").append(MarkdownReport.escape(line)).append('\n'));
    }

    /** A star would begin emphasis. */
    private static List<String> escaped(List<String> cells) {
        return cells.stream()
                .map(cell -> MarkdownReport.escape(cell).replace("*", "\\*"))
                .toList();
    }
}
