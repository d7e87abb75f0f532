package io.assay.harness.report;

import io.assay.harness.scaling.Curve;
import io.assay.harness.scaling.FittedClass;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.ScalingVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Curves over n for the page: forks, the likeliest class's fit, and those that lost. */
final class PageScaling {
    private static final int STEPS = 64;
    private static final int LOSERS = 2;
    private static final List<String> HEADER = List.of("n", "cost", "forks", "fit", "off the fit");

    private PageScaling() {}

    static @Nullable Map<String, @Nullable Object> of(List<ScaledSeries> all) {
        return ScalingTable.of(all)
                .map(table -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    map.put("table", PageData.table(table.withoutEmptyColumns()));
                    map.put(
                            "series",
                            all.stream()
                                    .flatMap(scaled ->
                                            scaled.series().curve().stream().map(curve -> series(scaled, curve)))
                                    .toList());
                    return map;
                })
                .orElse(null);
    }

    private static Map<String, @Nullable Object> series(ScaledSeries scaled, Curve curve) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", scaled.series().simpleName());
        map.put("metric", ScalingText.what(scaled));
        map.put("unit", scaled.series().unit());
        map.put("param", scaled.series().param());
        map.put("class", scaled.label());
        map.put("candidates", ScalingText.candidates(scaled));
        map.put("broken", scaled.broken());
        map.put("warnings", scaled.warnings());
        map.put("points", points(curve));
        List<FittedClass> fitted = scaled.verdict().map(ScalingVerdict::fitted).orElse(List.of());
        map.put(
                "fits",
                fitted.stream().limit(1 + LOSERS).map(fit -> fit(fit, curve)).toList());
        map.put("table", PageData.table(table(scaled, curve, fitted)));
        return map;
    }

    private static List<Object> points(Curve curve) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            double n = curve.n()[i];
            points.addAll(Arrays.stream(curve.forks()[i])
                    .mapToObj(cost -> point(n, cost))
                    .toList());
        }
        return points;
    }

    private static Map<String, Object> fit(FittedClass fit, Curve curve) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("class", fit.growth().label());
        List<Object> line = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double n = curve.n()[0] * Math.pow(curve.span(), (double) i / STEPS);
            double cost = fit.cost().applyAsDouble(n);
            // A model that subtracts can be nothing or less where it was not measured: no place on a logarithmic axis.
            if (cost > 0) {
                line.add(point(n, cost));
            }
        }
        map.put("line", line);
        return map;
    }

    private static List<@Nullable Double> point(double n, double cost) {
        return Arrays.asList(PageData.number(n), PageData.number(cost));
    }

    private static Table table(ScaledSeries scaled, Curve curve, List<FittedClass> fitted) {
        double[] centres = curve.centres();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            double fit = fitted.isEmpty() ? Double.NaN : fitted.get(0).cost().applyAsDouble(curve.n()[i]);
            rows.add(List.of(
                    ScalingPlot.size(curve.n()[i]),
                    Figures.of(centres[i]),
                    String.join(
                            " ",
                            Arrays.stream(curve.forks()[i])
                                    .sorted()
                                    .mapToObj(Figures::of)
                                    .toList()),
                    Figures.of(fit),
                    Double.isFinite(fit) ? ComparisonRows.change(centres[i] / fit) : "-"));
        }
        return new Table(
                scaled.series().simpleName(),
                ScalingText.what(scaled) + "; cost: the centre of the forks; fit: " + scaled.label(),
                HEADER,
                rows,
                List.of());
    }
}
