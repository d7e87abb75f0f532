package io.assay.harness.scaling;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/** What a metric cost in each fork: less is better, whatever the mode. */
final class Costs {
    static final String ALLOCATION = "gc.alloc.rate.norm";

    /** Below half a byte an operation, nothing was allocated. */
    static final double NO_BYTES = 0.5;

    /** Objects of a Java heap are multiples of this long. */
    static final double HEAP_GRAIN = 8;

    /** Metrics that are fitted beside the score. */
    static final List<String> MEMORY = List.of(ALLOCATION, "mem.live", "mem.peak");

    private static final int ENOUGH_FOR_A_MEDIAN = 3;

    private Costs() {}

    /** The unit that costs are told in. */
    static String unit(String unit) {
        return Units.nanosPerOperation(1, unit).isPresent() ? "ns/op" : unit;
    }

    /** One cost a fork; empty where a figure is no cost. */
    static Optional<double[]> of(Metric metric, boolean bytes) {
        double[][] raw =
                Arrays.stream(metric.raw()).filter(fork -> fork.length > 0).toArray(double[][]::new);
        double[][] forks = raw.length == 0 ? new double[][] {{metric.score()}} : raw;
        double[] costs = Arrays.stream(forks)
                .mapToDouble(fork -> cost(centre(fork), metric.unit()))
                .map(cost -> bytes ? Math.max(cost, NO_BYTES) : cost)
                .toArray();
        return Arrays.stream(costs).allMatch(Curve::isCost) ? Optional.of(costs) : Optional.empty();
    }

    /** The median: an iteration that still warms up does not pull. */
    private static double centre(double[] iterations) {
        if (!Arrays.stream(iterations).allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        return iterations.length >= ENOUGH_FOR_A_MEDIAN
                ? Median.withDefaults().withCopy(true).evaluate(iterations)
                : Arrays.stream(iterations).average().orElse(Double.NaN);
    }

    private static double cost(double value, String unit) {
        return Units.nanosPerOperation(value, unit).orElse(Units.isThroughput(unit) ? 1 / value : value);
    }
}
