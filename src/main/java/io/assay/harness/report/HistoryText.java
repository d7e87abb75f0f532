package io.assay.harness.report;

import io.assay.harness.history.Alarm;
import io.assay.harness.history.ChangePoint;
import io.assay.harness.history.Drift;
import io.assay.harness.history.Environments;
import io.assay.harness.history.History;
import io.assay.harness.history.Line;
import io.assay.harness.history.Newest;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Series;
import io.assay.harness.history.Trend;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A history for the terminal, and the sentences that its other forms share. */
public final class HistoryText {
    private HistoryText() {}

    /**
     * The whole of it.
     *
     * @param title what was asked for, one line
     * @param all whether series without a change are told too
     */
    public static String of(String title, History history, boolean all) {
        StringBuilder text = new StringBuilder(title).append('\n');
        int still = 0;
        for (Trend trend : history.trends()) {
            List<String> lines = lines(trend);
            if (!all && trend.changes().isEmpty()) {
                still++;
                continue;
            }
            text.append('\n').append(head(trend)).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        text.append('\n');
        if (still > 0) {
            text.append(still).append(" series without a change are not shown; name them to see them\n");
        }
        drift(history.drift()).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Name, level and number of runs. */
    static String head(Trend trend) {
        Series series = trend.series();
        return series.name() + ": " + amount(series, now(trend)) + ", "
                + series.points().size() + (series.points().size() == 1 ? " run" : " runs");
    }

    private static double now(Trend trend) {
        Series series = trend.series();
        var newest = series.points().get(series.points().size() - 1);
        for (Line line : trend.lines()) {
            if (line.points().get(line.points().size() - 1).equals(newest)) {
                return line.levels().get(line.levels().size() - 1).value();
            }
        }
        return newest.value();
    }

    /** What there is to say of a series, one thing a line. */
    static List<String> lines(Trend trend) {
        List<String> lines = new ArrayList<>();
        Series series = trend.series();
        for (int l = 0; l < trend.lines().size(); l++) {
            Line line = trend.lines().get(l);
            if (l > 0) {
                List<String> differences = differences(trend.lines().get(l - 1), line);
                lines.add(date(line.points().get(0).run()) + "  another environment, not compared: "
                        + String.join("; ", differences));
            }
            for (int i = 0; i < line.changes().size(); i++) {
                ChangePoint change = line.changes().get(i);
                lines.add(change(change) + "; "
                        + amount(series, line.levels().get(i).value()) + " -> "
                        + amount(series, line.levels().get(i + 1).value()) + ", " + change.runsBefore()
                        + " runs before, " + change.runsAfter() + " behind");
            }
            if (!line.spikes().isEmpty()) {
                lines.add("spikes, no change: "
                        + String.join(
                                ", ",
                                line.spikes().stream()
                                        .map(point -> date(point.run()) + " "
                                                + point.run().shortCommit())
                                        .toList()));
            }
        }
        trend.newest().ifPresent(newest -> lines.add("newest run: " + newest(newest)));
        return lines;
    }

    private static List<String> differences(Line before, Line after) {
        return Environments.differences(
                before.points().get(before.points().size() - 1).environment(),
                after.points().get(0).environment());
    }

    static String change(ChangePoint change) {
        return date(change.first().run()) + "  " + change.verdict().text() + " "
                + ratio(change.ratio(), change.low(), change.high()) + "  " + change.commits() + "  "
                + confidence(change.chance());
    }

    static String newest(Newest newest) {
        return newest.verdict().text() + " " + ratio(newest.ratio(), newest.low(), newest.high()) + " against the "
                + newest.runs() + " runs before";
    }

    /** What was taken out, if anything was. */
    static List<String> drift(Drift drift) {
        List<String> lines = new ArrayList<>();
        if (drift.rows() == 0) {
            lines.add("machine drift: not known (fewer than " + Drift.LEAST_ROWS + " rows), nothing taken out");
            return lines;
        }
        double most =
                drift.logs().values().stream().mapToDouble(Math::abs).max().orElse(0);
        lines.add(String.format(
                Locale.ROOT,
                "machine drift: up to %.1f%% a run, the median of %d %s, taken out",
                100 * Math.expm1(most),
                drift.rows(),
                drift.controls() ? "rows whose code does not change" : "rows"));
        for (Drift.Step step : drift.steps()) {
            lines.add(date(step.after()) + "  "
                    + (drift.controls() ? "the machine" : "the whole suite (machine or code)")
                    + (step.ratio() > 1 ? " slower " : " faster ") + ratio(step.ratio(), step.low(), step.high()) + "  "
                    + step.before().shortCommit() + ".." + step.after().shortCommit());
        }
        return lines;
    }

    /** Why the gate fails. */
    public static String verdict(History history) {
        StringBuilder text = new StringBuilder();
        for (Alarm alarm : history.alarms()) {
            text.append("FAILED: ")
                    .append(alarm.name())
                    .append(": ")
                    .append(reason(alarm))
                    .append('\n');
        }
        return text.append(history.alarms().isEmpty() ? "verdict: passed\n" : "verdict: FAILED\n")
                .toString();
    }

    static String reason(Alarm alarm) {
        return alarm.change()
                .map(HistoryText::change)
                .or(() -> alarm.newest().map(newest -> "newest run " + newest(newest)))
                .or(() -> alarm.suite()
                        .map(step -> "slower " + ratio(step.ratio(), step.low(), step.high()) + "  "
                                + step.before().shortCommit() + ".."
                                + step.after().shortCommit()
                                + ", without a control group that would show whether it was the machine"))
                .orElseThrow();
    }

    static String ratio(double ratio, double low, double high) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", ratio, low, high);
    }

    static String confidence(double chance) {
        return chance < 0.0001 ? "> 99.99% sure" : String.format(Locale.ROOT, "%.2f%% sure", 100 * (1 - chance));
    }

    static String date(RecordedRun run) {
        return run.date().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A value with its unit, times in the unit that suits them. */
    static String amount(Series series, double value) {
        if (!series.unit().equals("ns/op")) {
            return Figures.of(value) + " " + series.unit();
        }
        double size = Math.abs(value);
        return size < 1e4
                ? Figures.of(value) + " ns/op"
                : size < 1e7 ? Figures.of(value / 1e3) + " us/op" : Figures.of(value / 1e6) + " ms/op";
    }
}
