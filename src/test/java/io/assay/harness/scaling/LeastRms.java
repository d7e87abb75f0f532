package io.assay.harness.scaling;

import java.util.Arrays;

/** The plain rule that others use: one coefficient through the origin, and the class of the least root mean square. */
final class LeastRms {
    private LeastRms() {}

    static Growth of(Curve curve) {
        Growth best = Growth.CONSTANT;
        double least = Double.POSITIVE_INFINITY;
        double[] cost = Arrays.stream(curve.forks())
                .mapToDouble(forks -> Arrays.stream(forks).average().orElseThrow())
                .toArray();
        for (Growth growth : Growth.values()) {
            double yf = 0;
            double ff = 0;
            for (int i = 0; i < cost.length; i++) {
                double f = growth.at(curve.n()[i]);
                yf += cost[i] * f;
                ff += f * f;
            }
            double squares = 0;
            for (int i = 0; i < cost.length; i++) {
                double error = cost[i] - yf / ff * growth.at(curve.n()[i]);
                squares += error * error;
            }
            if (squares < least) {
                least = squares;
                best = growth;
            }
        }
        return best;
    }
}
