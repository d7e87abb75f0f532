package io.assay.harness.run;

import java.time.Duration;

/**
 * How often and how long a cell is measured.
 *
 * @param forks JVMs a cell, each counted as one independent observation
 * @param warmupIterations iterations that are thrown away
 * @param warmupTime length of each
 * @param iterations iterations that count
 * @param time length of each
 */
public record Settings(int forks, int warmupIterations, Duration warmupTime, int iterations, Duration time) {
    /** Refuses what cannot be run. */
    public Settings {
        if (forks < 1 || iterations < 1 || warmupIterations < 0) {
            throw new IllegalArgumentException("forks and iterations are at least 1, warm-up iterations at least 0");
        }
        if (time.toMillis() < 1 || (warmupIterations > 0 && warmupTime.toMillis() < 1)) {
            throw new IllegalArgumentException("an iteration lasts at least 1 ms");
        }
    }

    /** What one fork warms up and measures, without starting the JVM. */
    public Duration measured() {
        return warmupTime.multipliedBy(warmupIterations).plus(time.multipliedBy(iterations));
    }

    /**
     * About what one fork takes in all: no iteration ends before its operation does.
     *
     * @param operation about how long one takes; zero where that is not known
     */
    public Duration fork(Duration operation) {
        return longer(warmupTime, operation)
                .multipliedBy(warmupIterations)
                .plus(longer(time, operation).multipliedBy(iterations))
                .plus(Budget.FORK_OVERHEAD);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The same with another number of forks. */
    public Settings withForks(int count) {
        return new Settings(count, warmupIterations, warmupTime, iterations, time);
    }

    /** The same with another warm-up. */
    public Settings withWarmUp(int count, Duration length) {
        return new Settings(forks, count, length, iterations, time);
    }

    /** The same with other measured iterations. */
    public Settings withMeasured(int count, Duration length) {
        return new Settings(forks, warmupIterations, warmupTime, count, length);
    }

    /** The same with all times multiplied, none below 10 ms. */
    public Settings scaled(double factor) {
        return new Settings(forks, warmupIterations, scale(warmupTime, factor), iterations, scale(time, factor));
    }

    private static Duration scale(Duration time, double factor) {
        return Duration.ofMillis(Math.max(10, Math.round(time.toMillis() * factor)));
    }
}
