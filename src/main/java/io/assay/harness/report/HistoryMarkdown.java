package io.assay.harness.report;

import io.assay.harness.history.ChangePoint;
import io.assay.harness.history.History;
import io.assay.harness.history.Line;
import io.assay.harness.history.Trend;

/** A history as a comment or a page of a wiki. */
public final class HistoryMarkdown {
    private HistoryMarkdown() {}

    /**
     * A table of the changes, and what else there is to know.
     *
     * @param title what was asked for, one line
     */
    public static String of(String title, History history) {
        StringBuilder text = new StringBuilder("## History\n\n")
                .append(MarkdownReport.escape(title))
                .append("\n\n");
        text.append("| series | change | date | commits | before | behind | confidence |\n");
        text.append("|---|---|---|---|--:|--:|---|\n");
        int changes = 0;
        for (Trend trend : history.trends()) {
            for (Line line : trend.lines()) {
                for (int i = 0; i < line.changes().size(); i++) {
                    text.append(row(trend, line, i));
                    changes++;
                }
            }
        }
        if (changes == 0) {
            text.append("| no change in ").append(history.trends().size()).append(" series | | | | | | |\n");
        }
        text.append('\n');
        HistoryText.drift(history.drift())
                .forEach(line ->
                        text.append("- ").append(MarkdownReport.escape(line)).append('\n'));
        history.alarms()
                .forEach(alarm -> text.append("- **FAILED** ")
                        .append(MarkdownReport.escape(alarm.name()))
                        .append(": ")
                        .append(MarkdownReport.escape(HistoryText.reason(alarm)))
                        .append('\n'));
        return text.toString();
    }

    private static String row(Trend trend, Line line, int i) {
        ChangePoint change = line.changes().get(i);
        return "| " + MarkdownReport.escape(trend.series().name()) + " | "
                + change.verdict().text() + " "
                + HistoryText.ratio(change.ratio(), change.low(), change.high()) + " | "
                + HistoryText.date(change.first().run()) + " | " + MarkdownReport.escape(change.commits()) + " | "
                + amount(trend, line, i) + " | " + amount(trend, line, i + 1) + " | "
                + HistoryText.confidence(change.chance()) + " |\n";
    }

    private static String amount(Trend trend, Line line, int level) {
        return MarkdownReport.escape(
                HistoryText.amount(trend.series(), line.levels().get(level).value()));
    }
}
