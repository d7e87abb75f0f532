package io.assay.harness.compare.ab;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Units;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One fork of each version of a row, one right after the other.
 *
 * @param order in which they ran, drawn by lot
 * @param warmupIterations how many each had
 * @param measured what each measured
 * @param started when the first began
 * @param seconds what all took
 */
record Block(List<Arm> order, int warmupIterations, Map<Arm, Metric> measured, Instant started, double seconds) {
    Block {
        order = List.copyOf(order);
        measured = Collections.unmodifiableMap(new EnumMap<>(measured));
    }

    /** The mean cost of a fork: time, or its reciprocal for a rate; less is better. */
    double cost(Arm arm) {
        return Arrays.stream(costs(arm)).average().orElse(Double.NaN);
    }

    /** The cost of each measured iteration. */
    double[] costs(Arm arm) {
        Metric metric = measured.get(arm);
        if (metric == null) {
            return new double[0];
        }
        boolean rate = Units.isThroughput(metric.unit());
        return Arrays.stream(metric.raw())
                .flatMapToDouble(Arrays::stream)
                .map(value -> rate ? 1 / value : value)
                .toArray();
    }
}
