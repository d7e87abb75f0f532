package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** A comparison for the terminal: what changed first, a hundred columns wide. */
public final class ComparisonText {
    private static final int WIDTH = 100;
    private static final int LEAST_NAME = 12;
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private ComparisonText() {}

    /** The whole comparison. */
    public static String of(Comparison comparison) {
        return of(comparison, "");
    }

    /** The same with lines of changed complexity classes above what ends it. */
    public static String of(Comparison comparison, String changes) {
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
            section(rows, section, out);
        }
        line(out, ComparisonRows.CAPTION);
        rows.warnings().forEach(warning -> line(out, "! " + warning));
        rows.unmatched().forEach(unmatched -> line(out, "not compared, " + unmatched));
        rows.control().forEach(control -> line(out, control));
        changes.lines().forEach(change -> line(out, change));
        line(out, rows.promise());
        line(out, rows.counts());
        comparison.gate().forEach(said -> line(out, said));
        line(out, ending(comparison.failed()));
        return out.toString();
    }

    /** What fails a build: the slower rows and the gate's lines. */
    public static String verdict(Comparison comparison) {
        ComparisonRows rows = new ComparisonRows(comparison);
        StringBuilder out = new StringBuilder();
        if (comparison.failed()) {
            rows.sections().stream().limit(1).forEach(section -> section(rows, section, out));
        }
        comparison.gate().forEach(said -> line(out, said));
        return out.toString();
    }

    /** The last line of a gate: what a build looks for. */
    public static String ending(boolean failed) {
        return failed ? "verdict: FAILED" : "verdict: passed";
    }

    private static void section(ComparisonRows rows, ComparisonRows.Section section, StringBuilder out) {
        line(out, section.title());
        grid(rows.table(section).rows(), out);
        rows.unlisted(section).forEach(left -> line(out, INDENT + left));
        out.append('\n');
    }

    /** Sentences are broken at the width; a name that is longer stands. */
    private static void line(StringBuilder out, String text) {
        out.append(text.length() <= WIDTH ? text : WordUtils.wrap(text, WIDTH - 4, "\n    ", false))
                .append('\n');
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
                out.append(INDENT).append(name).append('\n');
                name = "";
            }
            StringBuilder text = new StringBuilder(INDENT).append(name).append(" ".repeat(widths[0] - name.length()));
            for (int i = 1; i < widths.length; i++) {
                text.append(GAP)
                        .append(" ".repeat(widths[i] - line.get(i).length()))
                        .append(line.get(i));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }
}
