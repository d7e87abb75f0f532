package io.assay.harness.report;

import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Complexity classes as a table of a run's report. */
final class ScalingTable {
    private static final List<String> HEADER =
            List.of("series", "metric", "class", "candidates", "exponent", "takes over at", "n", "expected");

    private ScalingTable() {}

    /** The table; empty where nothing was measured at enough sizes. */
    static Optional<Table> of(List<ScaledSeries> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ScaledSeries scaled : all) {
            rows.add(row(scaled));
            // What a user was told to keep must be explained, and what is wrong with the time; memory speaks in the
            // table.
            if (scaled.expected().isPresent() || scaled.series().metric().equals(Series.SCORE)) {
                scaled.warnings().forEach(warning -> notes.add(name(scaled) + ": " + warning));
            }
        }
        ScalingText.expectations(all).lines().forEach(notes::add);
        return Optional.of(new Table(
                "complexity",
                "class of cost against n; the exponent is of the upper half of n, 95% interval",
                HEADER,
                rows,
                notes));
    }

    private static String name(ScaledSeries scaled) {
        return scaled.series().simpleName() + ", " + scaled.series().metric();
    }

    private static List<String> row(ScaledSeries scaled) {
        return List.of(
                scaled.series().simpleName(),
                scaled.series().metric(),
                scaled.label(),
                ScalingText.candidates(scaled),
                scaled.verdict()
                        .filter(v -> !Double.isNaN(v.exponent().value()))
                        .map(v -> String.format(
                                Locale.ROOT,
                                "%.2f [%.2f, %.2f]",
                                v.exponent().value(),
                                v.exponent().low(),
                                v.exponent().high()))
                        .orElse("-"),
                scaled.verdict().stream()
                        .flatMapToDouble(v -> v.crossover().stream())
                        .mapToObj(Figures::of)
                        .findFirst()
                        .orElse("-"),
                scaled.series()
                        .curve()
                        .map(curve -> ScalingPlot.size(curve.n()[0]) + " .. "
                                + ScalingPlot.size(curve.n()[curve.size() - 1]) + " (" + curve.size() + ")")
                        .orElse("-"),
                scaled.expected()
                        .map(max -> "<= " + max.label() + ", "
                                + scaled.outcome().name().toLowerCase(Locale.ROOT))
                        .orElse("-"));
    }
}
