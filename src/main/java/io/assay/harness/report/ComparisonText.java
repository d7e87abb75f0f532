package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
import java.util.ArrayList;
import java.util.List;

/** A comparison for the terminal: what changed first, a hundred columns wide. */
public final class ComparisonText {
    private static final int WIDTH = 100;
    private static final int LEAST_NAME = 12;
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private ComparisonText() {}

    /** The whole comparison. */
    public static String of(Comparison comparison) {
        ComparisonRows rows = new ComparisonRows(comparison);
        StringBuilder out = new StringBuilder();
        line(out, "base: " + comparison.base());
        line(out, "head: " + comparison.head());
        if (!comparison.notices().isEmpty()) {
            line(
                    out,
                    "!! NOT MEASURED UNDER THE SAME CONDITIONS (base, head): the verdicts may be theirs, not the code's");
            comparison.notices().forEach(notice -> line(out, "!! " + notice));
        }
        comparison.warnings().forEach(warning -> line(out, "! " + warning));
        out.append('\n');
        for (ComparisonRows.Section section : rows.sections()) {
            line(out, section.title());
            grid(rows.table(section).rows(), out);
            rows.unlisted(section).forEach(left -> line(out, INDENT + left));
            out.append('\n');
        }
        line(out, ComparisonRows.CAPTION);
        rows.warnings().forEach(warning -> line(out, "! " + warning));
        rows.unmatched().forEach(unmatched -> line(out, "not compared, " + unmatched));
        rows.control().forEach(control -> line(out, control));
        line(out, rows.promise());
        line(out, rows.counts());
        out.append(verdict(comparison));
        return out.toString();
    }

    /** The gate's lines alone: what fails a build, and what would have. */
    public static String verdict(Comparison comparison) {
        StringBuilder out = new StringBuilder();
        comparison.gate().forEach(said -> line(out, said));
        line(out, comparison.failed() ? "verdict: FAILED" : "verdict: passed");
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    /** Names that are too long for their column get a line of their own. */
    private static void grid(List<List<String>> rows, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(ComparisonRows.HEADER);
        lines.addAll(rows);
        int[] widths = new int[ComparisonRows.HEADER.size()];
        int figures = INDENT.length();
        for (int i = 1; i < widths.length; i++) {
            for (List<String> line : lines) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
            figures += widths[i] + GAP.length();
        }
        int room = Math.max(LEAST_NAME, WIDTH - figures);
        for (List<String> line : lines) {
            int length = line.get(0).length();
            widths[0] = length <= room ? Math.max(widths[0], length) : widths[0];
        }
        for (List<String> line : lines) {
            String name = line.get(0);
            if (name.length() > widths[0]) {
                line(out, INDENT + name);
                name = "";
            }
            StringBuilder text = new StringBuilder(INDENT).append(name).append(" ".repeat(widths[0] - name.length()));
            for (int i = 1; i < widths.length; i++) {
                text.append(GAP)
                        .append(" ".repeat(widths[i] - line.get(i).length()))
                        .append(line.get(i));
            }
            line(out, text.toString().stripTrailing());
        }
    }
}
