package io.assay.harness.report;

import io.assay.harness.scaling.Curve;
import io.assay.harness.scaling.FittedClass;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.ScalingVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.text.StringEscapeUtils;

/** A curve as a picture, both axes logarithmic: forks as dots, the likeliest class's fit, and those that lost, dashed. */
final class ScalingSvg {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 16;
    private static final int BOTTOM = 36;
    private static final int STEPS = 64;
    private static final int LOSERS = 2;

    private final Curve curve;
    private final double low;
    private final double high;
    private final StringBuilder out = new StringBuilder();

    private ScalingSvg(Curve curve) {
        this.curve = curve;
        double[] costs =
                Arrays.stream(curve.forks()).flatMapToDouble(Arrays::stream).toArray();
        low = Arrays.stream(costs).min().orElse(1) / 1.1;
        high = Arrays.stream(costs).max().orElse(1) * 1.1;
    }

    /** The picture; empty where there is no curve. */
    static String of(ScaledSeries scaled) {
        return scaled.series()
                .curve()
                .map(curve -> new ScalingSvg(curve).draw(scaled))
                .orElse("");
    }

    private String draw(ScaledSeries scaled) {
        String title = scaled.series().simpleName() + ", " + scaled.series().metric() + ": " + scaled.label();
        out.append(text(
                "<figure><svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, HEIGHT, WIDTH, HEIGHT, escape(title)));
        axes(scaled);
        List<FittedClass> fitted = scaled.verdict().map(ScalingVerdict::fitted).orElse(List.of());
        for (int i = Math.min(LOSERS, fitted.size() - 1); i >= 0; i--) {
            line(fitted.get(i), i);
        }
        double[][] forks = curve.forks();
        for (int i = 0; i < curve.size(); i++) {
            for (double cost : forks[i]) {
                out.append(text(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#4a90d9\" fill-opacity=\".7\"/>\n",
                        x(curve.n()[i]), y(cost)));
            }
        }
        return out.append("</svg>\n<figcaption>")
                .append(escape(title))
                .append("</figcaption></figure>\n")
                .toString();
    }

    private void axes(ScaledSeries scaled) {
        int bottom = HEIGHT - BOTTOM;
        out.append(text(
                "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".5\"/>\n",
                LEFT, TOP, bottom, WIDTH - RIGHT));
        label(LEFT, bottom + 16, "start", ScalingPlot.size(curve.n()[0]));
        label(WIDTH - RIGHT, bottom + 16, "end", ScalingPlot.size(curve.n()[curve.size() - 1]));
        label(
                (LEFT + WIDTH - RIGHT) / 2.0,
                bottom + 30,
                "middle",
                scaled.series().param());
        String unit = scaled.series().unit();
        label(LEFT - 6, TOP + 10, "end", Figures.of(high / 1.1));
        label(LEFT - 6, TOP + 26, "end", unit);
        label(LEFT - 6, bottom, "end", Figures.of(low * 1.1));
    }

    private void line(FittedClass fitted, int place) {
        StringBuilder path = new StringBuilder();
        DoubleUnaryOperator cost = fitted.cost();
        double first = curve.n()[0];
        double span = Math.log(curve.n()[curve.size() - 1] / first);
        double lastY = Double.NaN;
        for (int i = 0; i <= STEPS; i++) {
            double n = first * Math.exp(span * i / STEPS);
            double value = cost.applyAsDouble(n);
            boolean inside = value >= low && value <= high;
            if (inside) {
                path.append(Double.isNaN(lastY) ? "M" : "L").append(text("%.1f %.1f", x(n), y(value)));
            }
            lastY = inside ? y(value) : Double.NaN;
        }
        out.append(text(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\"%s><title>%s</title></path>\n",
                path,
                place == 0 ? "#d9534f" : "currentColor",
                place == 0
                        ? " stroke-width=\"1.5\""
                        : " stroke-dasharray=\"" + (5 - place) + " 4\" stroke-opacity=\".5\"",
                escape(fitted.growth().label())));
        label(
                LEFT + 8,
                TOP + 12 + 15.0 * place,
                "start",
                (place == 0 ? "fit: " : "lost: ") + fitted.growth().label());
    }

    private void label(double x, double y, String anchor, String text) {
        out.append(text(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"11\" fill=\"currentColor\">%s</text>\n",
                x, y, anchor, escape(text)));
    }

    private double x(double n) {
        double first = curve.n()[0];
        double last = curve.n()[curve.size() - 1];
        double share = last > first ? Math.log(n / first) / Math.log(last / first) : 0.5;
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double cost) {
        return TOP + (1 - Math.log(cost / low) / Math.log(high / low)) * (HEIGHT - TOP - BOTTOM);
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static String escape(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }
}
