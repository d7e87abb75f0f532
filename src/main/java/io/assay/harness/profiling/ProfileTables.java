package io.assay.harness.profiling;

import io.assay.harness.profiling.page.FlamePage;
import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.FrameChange;
import io.assay.harness.profiling.stacks.FrameShares;
import io.assay.harness.profiling.stacks.Wilson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The tables of a profile, for terminal and page alike. */
final class ProfileTables {
    private static final int TOP = 15;
    private static final int CALLERS = 8;

    private ProfileTables() {}

    /** The frames that cost most themselves, and those that cost most with what they call. */
    static FlamePage.Rows top(FrameShares shares) {
        Set<Frame> chosen = new LinkedHashSet<>(most(shares, shares::self, TOP));
        chosen.addAll(most(shares, shares::total, CALLERS));
        List<Frame> ordered = new ArrayList<>(chosen);
        ordered.sort(Comparator.comparingDouble((Frame frame) -> shares.self(frame))
                .thenComparingDouble(shares::total)
                .reversed()
                .thenComparing(Frame::name));
        List<List<String>> rows = new ArrayList<>();
        for (Frame frame : ordered) {
            FrameShares.Counts counts = shares.of(frame);
            rows.add(List.of(
                    percent(shares.self(frame)),
                    range(Wilson.of(shares.self(frame), shares.samples())),
                    percent(shares.total(frame)),
                    range(Wilson.of(shares.total(frame), shares.samples())),
                    Long.toString(counts.selfSamples()),
                    Long.toString(counts.totalSamples()),
                    frame.name()));
        }
        return new FlamePage.Rows(
                "Top frames: shares of the benchmark's samples with 95% intervals (of sampling alone), and the samples"
                        + " behind them",
                List.of("self", "95%", "total", "95%", "self n", "total n", "frame"), rows);
    }

    private static List<Frame> most(FrameShares shares, ToDoubleFunction<Frame> share, int count) {
        return shares.frames().keySet().stream()
                .filter(frame -> share.applyAsDouble(frame) > 0)
                .sorted(Comparator.comparingDouble(share).reversed().thenComparing(Frame::name))
                .limit(count)
                .toList();
    }

    /** What changed, most certain first. */
    static FlamePage.Rows changes(List<FrameChange> changes) {
        List<List<String>> rows = changes.stream()
                .limit(TOP)
                .map(change -> List.of(
                        points(change.change()),
                        points(change.selfChange()),
                        Double.isInfinite(change.reach())
                                ? "unknown"
                                : String.format(Locale.ROOT, "%.2f", 100 * change.reach()),
                        percent(change.base()),
                        percent(change.head()),
                        change.aboveNoise() ? "above noise" : "-",
                        change.frame().name() + along(change)))
                .toList();
        return new FlamePage.Rows(
                "Frames by change against noise: shares of base's and head's samples, change in percentage points;"
                        + " noise is what identical versions hardly exceed in the column that changed more",
                List.of("change", "self change", "noise", "base", "head", "verdict", "frame"),
                rows);
    }

    private static String along(FrameChange change) {
        return switch (change.along().size()) {
            case 0 -> "";
            case 1 -> " (with " + change.along().get(0).name() + ")";
            default ->
                " (with " + change.along().get(0).name() + " and "
                        + (change.along().size() - 1) + " more that it alone calls)";
        };
    }

    /** For a terminal: columns aligned, the last one text. */
    static String text(FlamePage.Rows table) {
        int columns = table.header().size();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            int at = i;
            widths[i] = Math.max(
                    table.header().get(i).length(),
                    table.rows().stream()
                            .mapToInt(row -> row.get(at).length())
                            .max()
                            .orElse(0));
        }
        StringBuilder out = new StringBuilder();
        line(table.header(), widths, out);
        table.rows().forEach(row -> line(row, widths, out));
        return out.toString();
    }

    private static void line(List<String> cells, int[] widths, StringBuilder out) {
        for (int i = 0; i < cells.size() - 1; i++) {
            out.append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(cells.get(i))
                    .append("  ");
        }
        out.append(cells.get(cells.size() - 1)).append('\n');
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String points(double change) {
        return String.format(Locale.ROOT, "%+.2f", 100 * change);
    }

    private static String range(Wilson interval) {
        return String.format(Locale.ROOT, "%.1f-%.1f", 100 * interval.low(), 100 * interval.high());
    }
}
