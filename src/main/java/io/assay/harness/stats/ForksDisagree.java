package io.assay.harness.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.inference.OneWayAnova;

/**
 * Finds rows whose forks differ by far more than the iterations inside them explain: more iterations will not help,
 * more forks will.
 */
public final class ForksDisagree {
    /** Forks that deviate less than this (relative standard deviation) cost a comparison little. */
    public static final double MIN_DEVIATION = 0.05;

    /** Chance under the analysis of variance that iterations alone make forks differ so much. */
    private static final double SIGNIFICANCE = 1e-3;

    private ForksDisagree() {}

    /** Checks one row; silent with fewer than two forks, or where no fork has a second iteration. */
    public static Optional<Warning> check(Sample row) {
        double[] logMeans = row.logForkMeans();
        double deviation = Math.sqrt(Noise.variance(logMeans));
        if (row.forkCount() < 2 || deviation < MIN_DEVIATION || pValue(row) > SIGNIFICANCE) {
            return Optional.empty();
        }
        double span = Math.exp(Arrays.stream(logMeans).max().getAsDouble()
                - Arrays.stream(logMeans).min().getAsDouble());
        return Optional.of(new Warning(
                Warning.Kind.FORKS_DISAGREE,
                "forks differ by up to " + Noise.percent(span - 1)
                        + ", far more than the iterations inside them: only more forks narrow the interval",
                Warning.Severity.WARNING));
    }

    private static double pValue(Sample row) {
        List<double[]> logs = Arrays.stream(row.forks()).map(Noise::log).toList();
        if (logs.stream().allMatch(fork -> fork.length == 1)) {
            return 1;
        }
        double inside = logs.stream().mapToDouble(Noise::variance).sum();
        // Without any spread inside the forks F is infinite; the library answers NaN.
        return inside == 0 ? 0 : OneWayAnova.withDefaults().test(logs).getPValue();
    }
}
