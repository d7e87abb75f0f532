package io.assay.harness.report;

import java.util.List;

/** Markdown that never outgrows a comment: what does not fit is counted and told, not cut in the middle. */
final class BoundedMarkdown {
    /** What a comment on GitHub may hold, less some room for what a workflow puts around it. */
    static final int MOST = 64_000;

    /** For what closes folded parts and tells of the rest. */
    private static final int RESERVE = 1_000;

    private static final int LONGEST_LINE = 1_000;

    private final StringBuilder out = new StringBuilder();
    private int linesLeft;

    /** What the document begins with, which has the same bound by itself; where several begin it, the later must fit. */
    void lead(String text) {
        if (out.isEmpty()) {
            out.append(text);
        } else {
            block("\n" + text);
        }
    }

    /** A heading; left out where nothing under it could stand. */
    void heading(String title) {
        line("\n# " + cell(title) + "\n");
    }

    /** A part that is there whole, or not at all. */
    void block(String text) {
        if (!fits(text + "\n")) {
            linesLeft += (int) text.lines().count();
        }
    }

    /** One line, as it is. */
    void line(String text) {
        block(text);
    }

    /** A list of sentences. */
    void list(String start, String end, List<String> lines) {
        lines.forEach(line -> line(start + cell(line) + end));
    }

    /** What a reader opens. */
    void fold(String title, Runnable content) {
        String begin = "\n<details><summary>" + cell(title) + "</summary>\n";
        boolean opened = fits(begin + "\n");
        content.run();
        // Its end was reserved, so that what was opened is closed.
        out.append(opened ? "\n</details>\n" : "");
    }

    /** A table, folded or open under its own heading. */
    void table(Table table, boolean folded) {
        if (folded) {
            fold(table.title(), () -> table(table));
        } else {
            line("\n## " + cell(table.title()) + "\n");
            table(table);
        }
    }

    private void table(Table table) {
        String begin = cell(table.caption()) + "\n\n" + row(table.header()) + "\n|---|"
                + "---:|".repeat(table.header().size() - 1) + "\n";
        if (fits(begin)) {
            table.rows().forEach(row -> line(row(row)));
        } else {
            linesLeft += table.rows().size();
        }
        if (!table.notes().isEmpty()) {
            line("");
            list("- ", "", table.notes());
        }
    }

    private static String row(List<String> cells) {
        return "| "
                + String.join(" | ", cells.stream().map(BoundedMarkdown::cell).toList()) + " |";
    }

    private static String cell(String text) {
        return MarkdownReport.escape(text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text);
    }

    private boolean fits(String text) {
        // Once something is left out, so is all behind it: what is missing is the end, not something in between.
        if (linesLeft > 0 || out.length() + text.length() > MOST - RESERVE) {
            return false;
        }
        out.append(text);
        return true;
    }

    /** The document, which says at its end what was left out. */
    String text() {
        return out.toString().stripLeading()
                + (linesLeft == 0
                        ? ""
                        : "\n" + linesLeft
                                + " more lines are left out, because a comment holds no more; report.html has"
                                + " them all\n");
    }
}
