package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
import java.util.List;

/** A comparison as a comment on a pull request, which may hold 65,536 characters. */
public final class ComparisonMarkdown {
    /** What fits into a comment on GitHub, less some room for what a workflow puts around it. */
    static final int MOST = 64_000;

    /** For what ends lists and sections that were cut. */
    private static final int RESERVE = 2_000;

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_LIST = 20;

    private final StringBuilder out = new StringBuilder();
    private final Comparison comparison;
    private final ComparisonRows rows;

    private ComparisonMarkdown(Comparison comparison) {
        this.comparison = comparison;
        this.rows = new ComparisonRows(comparison);
    }

    /** Changed rows in the open, the others folded; whatever the number of rows, it fits. */
    public static String of(Comparison comparison) {
        return new ComparisonMarkdown(comparison).text();
    }

    private String text() {
        out.append("## Benchmarks: ")
                .append(comparison.failed() ? "FAILED" : "passed")
                .append(", ")
                .append(rows.counts())
                .append("\n\n");
        if (!comparison.notices().isEmpty()) {
            out.append("> **Not measured under the same conditions** (base, head): the verdicts may be theirs, not the"
                    + " code's\n");
            list("> - ", comparison.notices());
        }
        list("- **", "**", comparison.warnings());
        list("- ", comparison.gate());
        list("- ", rows.control());
        out.append("- ").append(rows.promise()).append("\n");
        for (ComparisonRows.Section section : rows.sections()) {
            section(section);
        }
        folded("warnings", rows.warnings());
        folded("not compared", rows.unmatched());
        out.append("\n").append(ComparisonRows.CAPTION).append("\n");
        return out.toString();
    }

    private void section(ComparisonRows.Section section) {
        out.append(
                section.changed()
                        ? "\n### " + section.title() + "\n"
                        : "\n<details><summary>" + section.title() + "</summary>\n");
        Table table = rows.table(section);
        if (!table.rows().isEmpty()) {
            out.append("\n| ").append(String.join(" | ", table.header())).append(" |\n|---|");
            out.append("---:|".repeat(table.header().size() - 1)).append('\n');
        }
        int told = 0;
        for (List<String> row : table.rows()) {
            List<String> cells = row.stream().map(ComparisonMarkdown::cell).toList();
            if (!fits("| " + String.join(" | ", cells) + " |\n")) {
                break;
            }
            told++;
        }
        more(table.rows().size() - told);
        table.notes().forEach(left -> out.append("\n").append(left).append("\n"));
        out.append(section.changed() ? "" : "\n</details>\n");
    }

    private void folded(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append("\n<details><summary>")
                    .append(title)
                    .append(" (")
                    .append(lines.size())
                    .append(")</summary>\n\n");
            list("- ", lines);
            out.append("\n</details>\n");
        }
    }

    private void list(String start, List<String> lines) {
        list(start, "", lines);
    }

    private void list(String start, String end, List<String> lines) {
        int told = 0;
        for (String line : lines) {
            // A list of everything would leave no room for the tables, which say it too.
            if (told == LONGEST_LIST || !fits(start + cell(line) + end + "\n")) {
                break;
            }
            told++;
        }
        more(lines.size() - told);
    }

    private void more(int left) {
        if (left > 0) {
            out.append("\n").append(left).append(" more are left out here; `--format text` has them all\n");
        }
    }

    private boolean fits(String line) {
        if (out.length() + line.length() > MOST - RESERVE) {
            return false;
        }
        out.append(line);
        return true;
    }

    private static String cell(String text) {
        return MarkdownReport.escape(text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text);
    }
}
