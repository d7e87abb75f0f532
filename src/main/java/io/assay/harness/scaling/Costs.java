package io.assay.harness.scaling;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.descriptive.Median;

/** What a metric cost in each fork: less is better, whatever the mode. */
final class Costs {
    static final String ALLOCATION = "gc.alloc.rate.norm";

    /** Below half a byte an operation, nothing was allocated. */
    static final double NO_BYTES = 0.5;

    /** Objects of a Java heap are multiples of this long. */
    private static final double HEAP_GRAIN = 8;

    /** What JMH and the JVM may allocate in an iteration: 6 to 7 KB of each, 17 KB of one in ten. */
    private static final double OF_AN_ITERATION = 32 << 10;

    /** Metrics that are fitted beside the score. */
    static final List<String> MEMORY = List.of(ALLOCATION, "mem.live", "mem.peak");

    private static final int ENOUGH_FOR_A_MEDIAN = 3;

    private Costs() {}

    /** The unit that costs are told in. */
    static String unit(String unit) {
        return Units.nanosPerOperation(1, unit).isPresent() ? "ns/op" : unit;
    }

    /** One cost a fork; empty where a figure is no cost. */
    static Optional<double[]> of(Metric metric) {
        return costs(metric, cost -> cost);
    }

    /** The bytes an operation allocated in each fork; what is less than an object and may be JMH's own is none. */
    static Optional<double[]> allocated(Row row, Metric metric) {
        double none = Math.max(NO_BYTES, Math.min(ofJmh(row), HEAP_GRAIN));
        return costs(metric, cost -> cost <= none ? NO_BYTES : cost);
    }

    /**
     * Whether the bytes say nothing of the benchmark: all of them may be JMH's own, and several objects as well. Errors are
     * relative to a cost, so that as an uncertain point on a line of zeros they would still speak against zero.
     */
    static boolean hidden(Row row, double[] allocated) {
        double own = ofJmh(row);
        return own > HEAP_GRAIN && Arrays.stream(allocated).allMatch(cost -> cost <= own);
    }

    /** The amount that allocated bytes are told to: an object's grain, or what may as well be JMH's own. */
    static double grain(Row row) {
        // Spread evenly, a grain has a twelfth of its square as variance; of an amount that may be all of it,
        // the whole.
        return Math.max(HEAP_GRAIN, Math.sqrt(12) * ofJmh(row));
    }

    /** At most so many of the bytes of an operation are its share of an iteration's: the longer it takes, the more. */
    private static double ofJmh(Row row) {
        return OF_AN_ITERATION / operations(row);
    }

    private static double operations(Row row) {
        if (row.key().mode().equals("ss")) {
            return row.threads();
        }
        Metric time = row.primary();
        double iteration = Units.nanos(row.conditions().getOrDefault("measurementTime", ""))
                .orElse(Double.POSITIVE_INFINITY);
        double operation = Units.nanosPerOperation(time.score(), time.unit()).orElse(0.0);
        return row.threads() * Math.max(iteration / operation, 1);
    }

    private static Optional<double[]> costs(Metric metric, DoubleUnaryOperator told) {
        double[][] raw =
                Arrays.stream(metric.raw()).filter(fork -> fork.length > 0).toArray(double[][]::new);
        double[][] forks = raw.length == 0 ? new double[][] {{metric.score()}} : raw;
        double[] costs = Arrays.stream(forks)
                .mapToDouble(fork -> told.applyAsDouble(cost(centre(fork), metric.unit())))
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
