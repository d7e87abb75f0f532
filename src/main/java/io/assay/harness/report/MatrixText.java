package io.assay.harness.report;

/** A matrix for the terminal. */
public final class MatrixText {
    private MatrixText() {}

    /** Tables, then sentences. */
    public static String of(MatrixView view) {
        StringBuilder out = new StringBuilder();
        for (Table table : view.tables()) {
            out.append(table.title()).append("   (").append(table.caption()).append(")\n");
            TextReport.grid(table, out);
            table.notes().forEach(note -> out.append("  ! ").append(note).append('\n'));
            out.append('\n');
        }
        view.sentences().forEach((heading, lines) -> {
            out.append(heading).append('\n');
            lines.forEach(line -> out.append("  ").append(line).append('\n'));
        });
        return out.toString();
    }
}
