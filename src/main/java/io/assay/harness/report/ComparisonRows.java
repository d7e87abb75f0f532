package io.assay.harness.report;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparison;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The rows of a comparison as cells of text, in the order in which people want to read them. */
final class ComparisonRows {
    /** The first column is the row's name. */
    static final List<String> HEADER =
            List.of("benchmark", "base", "head", "change", "interval", "verdict", "sees", "+forks");

    static final String CAPTION = "change of the cost: + is slower, whatever the mode; sees: the smallest increase that"
            + " would be called slower four times in five; +forks: how many more a side would see 5% so";

    private static final int NAMED = 3;
    private static final int MANY_FORKS = 1000;

    private final Comparison comparison;
    private final Map<String, Integer> labels = new HashMap<>();

    ComparisonRows(Comparison comparison) {
        this.comparison = comparison;
        comparison.rows().forEach(row -> labels.merge(shortLabel(row), 1, Integer::sum));
    }

    /**
     * Rows that are read together.
     *
     * @param title with their number
     * @param changed whether everybody wants to see them
     * @param rows never empty
     */
    record Section(String title, boolean changed, List<ComparedRow> rows) {}

    /** The sections that hold rows, changed ones first. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        add(sections, "slower", true, verdict(Verdict.SLOWER));
        add(sections, "faster", true, verdict(Verdict.FASTER));
        add(sections, "unusable", true, verdict(Verdict.UNUSABLE));
        add(sections, "cannot tell", false, verdict(Verdict.CANNOT_TELL));
        add(sections, "same", false, verdict(Verdict.SAME));
        add(sections, "controls, whose code did not change", false, ComparisonRows::control);
        return sections;
    }

    private static Predicate<ComparedRow> verdict(Verdict verdict) {
        return row -> !control(row) && row.verdict() == verdict;
    }

    private static boolean control(ComparedRow row) {
        return row.role() == ComparedRow.Role.CONTROL;
    }

    private void add(List<Section> sections, String title, boolean changed, Predicate<ComparedRow> belongs) {
        List<ComparedRow> rows = comparison.rows().stream().filter(belongs).toList();
        if (!rows.isEmpty()) {
            sections.add(new Section(title + " (" + rows.size() + ")", changed, rows));
        }
    }

    /**
     * The rows of a section that are worth a line: that a control, or bytes of a row, did not change is said by their
     * number.
     */
    List<ComparedRow> listed(Section section) {
        return section.rows().stream()
                .filter(row -> row.isScore() || row.verdict() != Verdict.SAME)
                .toList();
    }

    /** What {@link #listed} leaves out; empty if nothing. */
    List<String> unlisted(Section section) {
        int left = section.rows().size() - listed(section).size();
        return left == 0 ? List.of() : List.of("and " + left + " of memory or CPU time that are the same");
    }

    /** As short as it can be told from the others. */
    String label(ComparedRow row) {
        String label = shortLabel(row);
        return labels.getOrDefault(label, 0) > 1 ? row.name() + " (" + row.key().mode() + ")" + metric(row) : label;
    }

    private static String shortLabel(ComparedRow row) {
        return row.key() + metric(row);
    }

    private static String metric(ComparedRow row) {
        return row.isScore() ? "" : " " + row.metric();
    }

    /** The cells under {@link #HEADER}. */
    List<String> cells(ComparedRow row) {
        Ratio ratio = row.change().ratio();
        boolean shown = row.verdict() != Verdict.CANNOT_TELL && row.verdict() != Verdict.UNUSABLE;
        return List.of(
                label(row),
                figure(row.base(), row.unit()),
                figure(row.head(), row.unit()) + " " + unit(row.unit()),
                shown ? change(ratio.value()) : "~",
                Double.isFinite(ratio.low()) && Double.isFinite(ratio.high())
                        ? "[" + change(ratio.low()) + ", " + change(ratio.high()) + "]"
                        : "~",
                verdict(row),
                Double.isFinite(row.change().smallestVisible())
                        ? share(row.change().smallestVisible())
                        : "-",
                moreForks(row));
    }

    private static String figure(double value, String unit) {
        return unit.equals("bytes") && Double.isFinite(value) ? Figures.mebibytes(value) : Figures.of(value);
    }

    private static String unit(String unit) {
        return unit.equals("bytes") ? "MiB" : unit;
    }

    private static String verdict(ComparedRow row) {
        return row.verdict().text()
                + switch (row.role()) {
                    case GATING, CONTROL -> "";
                    case FAILED -> " (failed)";
                    case SHOWN -> " (not gated)";
                    case UNCERTAIN -> " (uncertain)";
                    case ACCEPTED -> " (accepted)";
                };
    }

    private static String moreForks(ComparedRow row) {
        int needed = row.change().forksForFivePercent();
        if (needed < 0) {
            return Double.isNaN(row.change().smallestVisible()) ? "-" : ">" + MANY_FORKS;
        }
        return needed <= row.forks() ? "enough" : "+" + (needed - row.forks());
    }

    /** A ratio of costs: a signed share near 1, a factor far from it. */
    static String change(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "~";
        }
        if (ratio < 0.5 || ratio >= 2) {
            return Figures.of(ratio) + "x";
        }
        String share = share(Math.abs(ratio - 1));
        return share.equals("0.0%") ? share : (ratio > 1 ? "+" : "-") + share;
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
    }

    /** What is said of rows, each sentence once, with the rows' names if they are few. */
    List<String> warnings() {
        Map<String, List<ComparedRow>> bySentence = new LinkedHashMap<>();
        for (ComparedRow row : comparison.rows()) {
            row.warnings()
                    .forEach(said -> bySentence
                            .computeIfAbsent(said, s -> new ArrayList<>())
                            .add(row));
        }
        List<String> lines = new ArrayList<>();
        bySentence.forEach((said, rows) -> lines.add((rows.size() <= NAMED
                        ? String.join(", ", rows.stream().map(this::label).toList())
                        : rows.size() + " rows")
                + ": " + said));
        return lines;
    }

    /** The rows that one side lacks, by side and reason. */
    List<String> unmatched() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        comparison
                .unmatched()
                .forEach(row -> byReason.computeIfAbsent(
                                "only in " + row.side() + (row.reason().isEmpty() ? "" : " (" + row.reason() + ")"),
                                r -> new ArrayList<>())
                        .add(row.key() + " " + row.key().mode()));
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, names) -> lines.add(reason + ": " + String.join(", ", names)));
        return lines;
    }

    /** How many rows have which verdict. */
    String counts() {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            counts.add(comparison.count(verdict) + " " + verdict.text());
        }
        long controls =
                comparison.rows().stream().filter(ComparisonRows::control).count();
        return String.join(", ", counts) + (controls > 0 ? "; " + controls + " control rows" : "");
    }

    /** What the verdicts promise. */
    String promise() {
        return "chance that a clean run calls any score slower: " + Figures.of(100 * comparison.anyFalseRed())
                + "%; that it fails the gate: " + Figures.of(100 * comparison.anyFalseFail()) + "%";
    }

    /** How the control group moved, where it did not: a shift that was shown is among the warnings. */
    List<String> control() {
        return comparison.shift().isEmpty() || comparison.shiftRemoved()
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "the machine did not move: cost of %d control rows %.3f times [%.3f, %.3f]",
                        comparison.shift().get().rows(),
                        comparison.shift().get().value(),
                        comparison.shift().get().low(),
                        comparison.shift().get().high()));
    }

    /** The table of a section, for Markdown and HTML. */
    Table table(Section section) {
        return new Table(
                section.title(),
                CAPTION,
                HEADER,
                listed(section).stream().map(this::cells).toList(),
                unlisted(section));
    }
}
