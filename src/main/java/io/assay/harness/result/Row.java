package io.assay.harness.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a JMH result.
 *
 * @param key benchmark, mode, parameters
 * @param threads threads that called the benchmark at once
 * @param primary what JMH's mode measures
 * @param secondary further metrics by name, {@code gc.alloc.rate.norm} for instance
 * @param jdk the fork's JDK version
 * @param jvmArgs the fork's flags
 * @param conditions what else JMH says of how it measured, by its own names: {@code jmhVersion}, {@code vmName},
 *     {@code warmupTime} and the like
 */
public record Row(
        RowKey key,
        int threads,
        Metric primary,
        Map<String, Metric> secondary,
        String jdk,
        List<String> jvmArgs,
        Map<String, String> conditions) {
    /** Copies what can change. */
    public Row {
        secondary = Collections.unmodifiableMap(new LinkedHashMap<>(secondary));
        jvmArgs = List.copyOf(jvmArgs);
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /** A row of which no further conditions are known. */
    public Row(
            RowKey key, int threads, Metric primary, Map<String, Metric> secondary, String jdk, List<String> jvmArgs) {
        this(key, threads, primary, secondary, jdk, jvmArgs, Map.of());
    }

    /** A secondary metric's score, where it was measured and is a number. */
    public Optional<Double> secondaryScore(String name) {
        return Optional.ofNullable(secondary.get(name)).map(Metric::score).filter(Double::isFinite);
    }

    /**
     * How much of a benchmark's own counter came out of an operation. JMH divides a counter of type OPERATIONS as it does
     * the primary metric: by time for throughput, time by it for average time; so the quotient of both is the answer.
     * Of several threads JMH counts also what they do while others are warming up or finishing, and divides by the
     * measured operations alone: there the counter says nothing.
     *
     * @return empty if there is no such counter, the score is no number, or several threads counted
     */
    public Optional<Double> countPerOperation(String counter) {
        Metric counted = secondary.get(counter);
        if (threads > 1
                || counted == null
                || !counted.unit().equals(primary.unit())
                || !Double.isFinite(primary.score())) {
            return Optional.empty();
        }
        double quotient = Units.isThroughput(counted.unit())
                ? counted.score() / primary.score()
                : primary.score() / counted.score();
        return Optional.of(Double.isFinite(quotient) ? quotient : 0);
    }

    /** The implementation this row measures, by convention of the benchmarks. */
    public Optional<String> implementation() {
        return Optional.ofNullable(key.params().get(RowKey.IMPLEMENTATION));
    }
}
