package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds single iterations that lie far from the others of their fork: something else ran on the machine, or the
 * collector did. They stay in the estimate, which is a mean on purpose; the reader learns that they are there.
 */
public final class Outliers {
    /** Fewer residuals than this have no spread to speak of. */
    public static final int MIN_ITERATIONS = 10;

    /**
     * Distance in robust standard deviations. Residuals from the median of a short fork look narrower than the noise
     * is, so the usual 3.5 would call every third clean row.
     */
    private static final double DISTANCE = 8;

    /** Nearer than this an iteration does not move the mean of a fork by a percent. */
    public static final double MIN_DEVIATION = 0.05;

    private Outliers() {}

    /** Checks one row; silent with fewer than {@link #MIN_ITERATIONS} iterations in forks of three or more. */
    public static Optional<Warning> check(Sample row) {
        double[] residuals = Arrays.stream(row.forks())
                .filter(fork -> fork.length >= 3)
                .map(Noise::log)
                .flatMapToDouble(fork -> {
                    double centre = Noise.median(fork);
                    return Arrays.stream(fork).map(log -> log - centre);
                })
                .toArray();
        if (residuals.length < MIN_ITERATIONS) {
            return Optional.empty();
        }
        double far = Math.max(DISTANCE * Noise.mad(residuals), Math.log1p(MIN_DEVIATION));
        double[] outliers =
                Arrays.stream(residuals).filter(r -> Math.abs(r) > far).toArray();
        if (outliers.length == 0) {
            return Optional.empty();
        }
        double farthest = Arrays.stream(outliers).map(Math::abs).max().getAsDouble();
        return Optional.of(new Warning(
                Warning.Kind.OUTLIERS,
                Noise.text(
                        "%d of %d iterations lie far from the others of their fork, by up to a factor of %.3g",
                        outliers.length, residuals.length, Math.exp(farthest)),
                Warning.Severity.NOTE));
    }
}
