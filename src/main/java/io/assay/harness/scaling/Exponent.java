package io.assay.harness.scaling;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The slope of cost against n where both are logarithms, over the upper half of the points: 1 is linear, 2 quadratic.
 * NaN where there is one point.
 *
 * @param value the slope
 * @param low lower end of its 95% interval
 * @param high upper end
 */
public record Exponent(double value, double low, double high) {
    private static final double LEVEL = 0.975;
    private static final int FEWEST = 3;

    static Exponent of(Points points) {
        int from = Math.max(0, Math.min(points.size() / 2, points.size() - FEWEST));
        int count = points.size() - from;
        double weights = 0;
        double x = 0;
        double y = 0;
        for (int i = from; i < points.size(); i++) {
            double weight = 1 / points.variance()[i];
            weights += weight;
            x += weight * Math.log(points.n()[i]);
            y += weight * points.logCost()[i];
        }
        double centreX = x / weights;
        double centreY = y / weights;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = from; i < points.size(); i++) {
            double weight = 1 / points.variance()[i];
            double dx = Math.log(points.n()[i]) - centreX;
            double dy = points.logCost()[i] - centreY;
            xx += weight * dx * dx;
            xy += weight * dx * dy;
            yy += weight * dy * dy;
        }
        double slope = xy / xx;
        // A curve that is no straight line between the points leaves more than the forks explain.
        int left = Math.max(1, count - 2);
        double scale = Math.max(1, (yy - slope * xy) / left);
        // Then the reach is known from these points alone, not from the forks.
        double df = scale > 1 ? left : Math.max(1, count - 2 + points.df());
        double reach = TDistribution.of(df).inverseCumulativeProbability(LEVEL) * Math.sqrt(scale / xx);
        return new Exponent(slope, slope - reach, slope + reach);
    }
}
