package io.assay.harness.report;

import io.assay.harness.scaling.Curve;
import io.assay.harness.scaling.ScaledSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A curve for the terminal, both axes logarithmic: {@code o} is measured, {@code .} the likeliest class's fit. */
final class ScalingPlot {
    private static final int WIDTH = 56;
    private static final int HEIGHT = 8;
    private static final int MARGIN = 10;

    private ScalingPlot() {}

    /** Its lines; none where there is no curve. */
    static List<String> of(ScaledSeries scaled) {
        return scaled.series().curve().map(curve -> lines(scaled, curve)).orElse(List.of());
    }

    private static List<String> lines(ScaledSeries scaled, Curve curve) {
        int last = curve.size() - 1;
        double[] costs = curve.centres();
        double low = Arrays.stream(costs).min().orElse(1);
        double high = Math.max(Arrays.stream(costs).max().orElse(1), low * 1.5);
        char[][] grid = new char[HEIGHT][WIDTH];
        for (char[] row : grid) {
            Arrays.fill(row, ' ');
        }
        DoubleUnaryOperator fit = scaled.verdict().stream()
                .flatMap(v -> v.fitted().stream())
                .findFirst()
                .map(f -> f.cost())
                .orElse(n -> Double.NaN);
        double span = Math.max(Math.log(curve.n()[last] / curve.n()[0]), 1e-9);
        for (int x = 0; x < WIDTH; x++) {
            double n = curve.n()[0] * Math.exp(span * x / (WIDTH - 1));
            put(grid, x, fit.applyAsDouble(n), low, high, '.');
        }
        for (int i = 0; i <= last; i++) {
            int x = (int) Math.round(Math.log(curve.n()[i] / curve.n()[0]) / span * (WIDTH - 1));
            put(grid, x, costs[i], low, high, 'o');
        }
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            String scale = y == 0 ? Figures.of(high) : y == HEIGHT - 1 ? Figures.of(low) : "";
            lines.add((" ".repeat(Math.max(0, MARGIN - scale.length())) + scale + " |" + new String(grid[y]))
                    .stripTrailing());
        }
        String from = size(curve.n()[0]);
        String to = size(curve.n()[last]);
        lines.add(" ".repeat(MARGIN + 2) + from + " ".repeat(Math.max(1, WIDTH - from.length() - to.length())) + to);
        return lines;
    }

    /** A size as it was given where it is whole. */
    static String size(double n) {
        return n == Math.rint(n) && n < 1e15 ? Long.toString((long) n) : Figures.of(n);
    }

    private static void put(char[][] grid, int x, double cost, double low, double high, char mark) {
        double height = Math.log(cost / low) / Math.log(high / low);
        if (height > -0.5 / HEIGHT && height < 1 + 0.5 / HEIGHT) {
            int y = (int) Math.round((1 - Math.max(0, Math.min(1, height))) * (HEIGHT - 1));
            grid[y][x] = mark;
        }
    }
}
