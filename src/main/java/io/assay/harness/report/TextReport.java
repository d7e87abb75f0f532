package io.assay.harness.report;

import java.util.ArrayList;
import java.util.List;

/** A run for the terminal. */
public final class TextReport {
    private static final String INDENT = "  ";

    private TextReport() {}

    /** The tables, what is wrong with them, and what they hold for. */
    public static String of(RunView view) {
        StringBuilder out = new StringBuilder();
        for (Table table : new RunTables(view).tables()) {
            out.append(table.title()).append("   (").append(table.caption()).append(")\n");
            grid(table, out);
            table.notes()
                    .forEach(
                            note -> out.append(INDENT).append("! ").append(note).append('\n'));
            out.append('\n');
        }
        view.labels().forEach(label -> out.append("= ").append(label).append('\n'));
        view.failures().forEach(failure -> out.append("FAILED ").append(failure).append('\n'));
        view.runWarnings().forEach(warning -> out.append("! ").append(warning).append('\n'));
        view.untold().forEach(cells -> out.append(cells).append('\n'));
        view.configuration().forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    /** What of a run failed, whatever it is compared with; empty if nothing did. */
    public static String failures(RunView view) {
        StringBuilder out = new StringBuilder();
        view.failures().forEach(failure -> out.append("FAILED ").append(failure).append('\n'));
        view.unusable().forEach(row -> out.append("FAILED ").append(row).append('\n'));
        ScalingText.expectations(view.scaling())
                .lines()
                .filter(line -> line.startsWith("FAILED"))
                .forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    static void grid(Table table, StringBuilder out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.header());
        lines.addAll(table.rows());
        int[] widths = new int[table.header().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder(INDENT);
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - line.get(i).length());
                text.append(i == 0 ? line.get(i) + padding : padding + line.get(i))
                        .append(INDENT);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }
}
