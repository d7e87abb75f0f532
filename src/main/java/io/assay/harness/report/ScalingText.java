package io.assay.harness.report;

import io.assay.harness.scaling.Curve;
import io.assay.harness.scaling.Exponent;
import io.assay.harness.scaling.Growth;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.ScalingChange;
import io.assay.harness.scaling.ScalingVerdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Complexity classes for the terminal. */
public final class ScalingText {
    private static final double WORTH_NAMING = 0.01;

    private static final String NONE = "-";

    private ScalingText() {}

    /** All series, each with its plot, then what became of the expectations. */
    public static String of(List<ScaledSeries> all) {
        StringBuilder out = new StringBuilder();
        for (ScaledSeries scaled : all) {
            out.append(scaled.series().simpleName())
                    .append("   (")
                    .append(what(scaled))
                    .append(")\n");
            out.append("  ").append(verdict(scaled)).append('\n');
            ScalingPlot.of(scaled).forEach(line -> out.append("  ").append(line).append('\n'));
            scaled.warnings()
                    .forEach(warning -> out.append("  ! ").append(warning).append('\n'));
            out.append('\n');
        }
        return out.append(expectations(all)).toString();
    }

    /** What became of the expectations, a line each; those that are kept in one. */
    public static String expectations(List<ScaledSeries> all) {
        StringBuilder out = new StringBuilder();
        for (ScaledSeries scaled : all) {
            String max = scaled.expected().map(Growth::label).orElse("");
            String name = scaled.series().simpleName() + ", " + scaled.series().metric();
            switch (scaled.outcome()) {
                case BROKEN ->
                    out.append("FAILED ")
                            .append(name)
                            .append(": expected at most ")
                            .append(max)
                            .append(", grows ")
                            .append(grows(scaled))
                            .append('\n');
                case OPEN ->
                    out.append("? ")
                            .append(name)
                            .append(": expected at most ")
                            .append(max)
                            .append(", cannot be told")
                            .append(whyOpen(scaled))
                            .append('\n');
                case KEPT, NONE -> {}
            }
        }
        long kept = all.stream()
                .filter(s -> s.outcome() == ScaledSeries.Outcome.KEPT)
                .count();
        if (kept > 0) {
            out.append("expectations kept: ").append(kept).append('\n');
        }
        return out.toString();
    }

    /** Classes and exponents that changed between two results; empty where none did. */
    public static String changes(List<ScalingChange> changes) {
        StringBuilder out = new StringBuilder();
        for (ScalingChange change : changes) {
            String begin = switch (change.kind()) {
                case CLASS -> "class changed: ";
                case EXPONENT -> "exponent changed: ";
                case SIZES -> "exponents not compared: ";
            };
            out.append(begin)
                    .append(change.head().series().simpleName())
                    .append(", ")
                    .append(change.head().series().metric())
                    .append(": ")
                    .append(change.base().label())
                    .append(", ")
                    .append(exponent(change.before()))
                    .append(" -> ")
                    .append(change.head().label())
                    .append(", ")
                    .append(exponent(change.after()));
            if (change.kind() == ScalingChange.Kind.SIZES) {
                out.append("; the sizes differ: ").append(change.common()).append(" in both, it takes 4");
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** The same as a list of Markdown; empty where none changed. */
    public static String markdown(List<ScalingChange> changes) {
        return changes.isEmpty()
                ? ""
                : "\n"
                        + changes(changes)
                                .lines()
                                .map(line -> "- " + MarkdownReport.escape(line) + "\n")
                                .collect(Collectors.joining());
    }

    private static String grows(ScaledSeries scaled) {
        return scaled.verdict()
                .map(v -> v.growth()
                        .map(Growth::label)
                        .map(told -> "as " + told)
                        .orElseGet(() ->
                                "faster than " + v.above().map(Growth::label).orElse("")))
                .orElse(ScalingVerdict.UNDECIDED);
    }

    static String what(ScaledSeries scaled) {
        String unit = scaled.series().unit();
        return scaled.series().metric() + (unit.isEmpty() ? "" : " in " + unit) + " over "
                + scaled.series().param();
    }

    private static String verdict(ScaledSeries scaled) {
        if (scaled.verdict().isEmpty() || scaled.series().curve().isEmpty()) {
            return ScalingVerdict.UNDECIDED;
        }
        ScalingVerdict verdict = scaled.verdict().get();
        Curve curve = scaled.series().curve().get();
        return verdict.label() + "   " + candidates(scaled) + "   " + exponent(verdict.exponent()) + "   "
                + curve.size() + " sizes" + crossover(verdict);
    }

    static String crossover(ScalingVerdict verdict) {
        return verdict.crossover().isPresent()
                ? "   takes over at n = " + Figures.of(verdict.crossover().getAsDouble())
                : "";
    }

    /** What speaks for each class; nothing where there are too few sizes for any, as every class then fits. */
    static String candidates(ScaledSeries scaled) {
        if (scaled.series().curve().filter(c -> c.size() >= Curve.FEWEST).isEmpty()) {
            return NONE;
        }
        String named = scaled.verdict().stream()
                .flatMap(verdict -> verdict.candidates().stream())
                .filter(c -> c.weight() >= WORTH_NAMING)
                .map(c -> String.format(Locale.ROOT, "%s %.0f%%", c.growth().label(), 100 * c.weight()))
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? NONE : named;
    }

    private static String exponent(Exponent exponent) {
        return Double.isNaN(exponent.value())
                ? "no exponent"
                : String.format(
                        Locale.ROOT, "exponent %.2f (%.2f .. %.2f)", exponent.value(), exponent.low(), exponent.high());
    }

    private static String whyOpen(ScaledSeries scaled) {
        if (scaled.series().sizes() < Curve.FEWEST) {
            return ": fewer than 4 sizes";
        }
        return scaled.explainedByOneFork() ? ": the largest size has one fork, which may have been held up" : "";
    }
}
