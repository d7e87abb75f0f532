package io.assay.harness.compare;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Units;
import io.assay.harness.stats.Sample;
import java.util.Arrays;
import java.util.Optional;

/**
 * A metric as a sample of cost: less is better, whatever the mode. Times are brought to nanoseconds an operation, rates
 * to the nanoseconds that an operation takes at that rate; a unit that is neither stays what it is.
 */
final class Costs {
    private final double[][] forks;
    private final Optional<String> fault;

    private Costs(double[][] forks, Optional<String> fault) {
        this.forks = forks;
        this.fault = fault;
    }

    /** What a metric cost; the fault says what is wrong with it where it is no sample. */
    static Costs of(Metric metric) {
        double[][] raw = raw(metric);
        for (int fork = 0; fork < raw.length; fork++) {
            for (int i = 0; i < raw[fork].length; i++) {
                double value = raw[fork][i];
                if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                    return new Costs(
                            raw,
                            Optional.of("fork " + (fork + 1) + ", iteration " + (i + 1) + " measured " + value + " "
                                    + metric.unit()));
                }
            }
        }
        if (raw.length == 0) {
            return new Costs(raw, Optional.of("no figures, and the score is " + metric.score()));
        }
        double[][] costs = Arrays.stream(raw)
                .map(fork -> Arrays.stream(fork)
                        .map(value -> cost(value, metric.unit()))
                        .toArray())
                .toArray(double[][]::new);
        boolean measurable = Arrays.stream(costs)
                .flatMapToDouble(Arrays::stream)
                .allMatch(v -> v > 0 && v < Double.POSITIVE_INFINITY);
        return new Costs(costs, measurable ? Optional.empty() : Optional.of("a score beyond what a number can hold"));
    }

    /** Forks without figures are left out; a score without its raw data is one fork of one iteration. */
    static double[][] raw(Metric metric) {
        double[][] raw =
                Arrays.stream(metric.raw()).filter(fork -> fork.length > 0).toArray(double[][]::new);
        return raw.length == 0 && Double.isFinite(metric.score()) ? new double[][] {{metric.score()}} : raw;
    }

    private static double cost(double value, String unit) {
        return Units.nanosPerOperation(value, unit).orElse(Units.isThroughput(unit) ? 1 / value : value);
    }

    /** Whether two units measure the same thing: one unit, two times, or two rates. */
    static boolean comparable(String base, String head) {
        boolean known = Units.nanosPerOperation(1, base).isPresent()
                && Units.nanosPerOperation(1, head).isPresent();
        return base.equals(head) || (known && Units.isThroughput(base) == Units.isThroughput(head));
    }

    /** A cost of this class in a unit, the way back. */
    static double inUnit(double cost, String unit) {
        double one = Units.nanosPerOperation(1, unit).orElse(1.0);
        return Units.isThroughput(unit) ? one / cost : cost / one;
    }

    Optional<String> fault() {
        return fault;
    }

    /** The sample; only where there is no fault. */
    Sample sample() {
        return new Sample(forks);
    }
}
