package io.assay.harness.report;

import java.util.List;

/** A run as {@code summary.md}, short enough for a comment on a pull request. */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** Verdicts first, then of each run what failed, the changes or the winners, and the tables, folded. */
    public static String of(List<ReportedRun> runs) {
        BoundedMarkdown out = new BoundedMarkdown();
        runs.stream()
                .flatMap(run -> run.comparison().stream())
                .forEach(comparison -> out.lead(ComparisonMarkdown.of(comparison)));
        for (ReportedRun run : runs) {
            run(run, runs.size() > 1 ? run.view().folder() : "Assay run", out);
        }
        return out.text();
    }

    private static void run(ReportedRun run, String title, BoundedMarkdown out) {
        RunView view = run.view();
        out.heading(title);
        out.list("- **FAILED** ", "", view.failures());
        out.list("- **FAILED** ", "", view.unusable());
        out.list("- **", "**", view.runWarnings());
        out.list("- ", "", view.untold());
        Winners.of(view).ifPresent(table -> out.table(table, run.comparison().isPresent()));
        for (Table table : new RunTables(view).tables()) {
            out.table(table, true);
        }
        folded("Implementations", view.labels(), out);
        folded("How it was measured", view.configuration(), out);
        run.graphs().markdown(out);
    }

    private static void folded(String title, List<String> lines, BoundedMarkdown out) {
        if (!lines.isEmpty()) {
            out.fold(title, () -> out.list("- ", "", lines));
        }
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
