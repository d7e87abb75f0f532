package io.assay.harness.run;

import java.time.Duration;

/**
 * Fits settings into a time. The order of sacrifice: first the forks' length down to a third, then the number of forks
 * down to two, then the length down to a tenth, then the second fork. What is left over at the end is for the planner:
 * it leaves rows out, whole groups at a time, and says so.
 */
final class Budget {
    /** Starting a JVM, JMH's handshake and the benchmark's set-up, as seen on a two-core machine. */
    static final Duration FORK_OVERHEAD = Duration.ofMillis(550);

    private static final double[] LENGTHS = {1, 0.8, 0.65, 0.5, 0.4, 0.33};
    private static final double[] SHORT_LENGTHS = {0.33, 0.25, 0.18, 0.13, 0.1};

    private Budget() {}

    /**
     * The longest settings that fit.
     *
     * @param given numbers that no budget changes: what shortening the others gains is judged with these in place
     */
    static Settings fit(Settings wanted, RunRequest.Overrides given, int cells, int untimedForks, Duration budget) {
        int fewest = Math.min(2, wanted.forks());
        for (int forks = wanted.forks(); forks >= fewest; forks--) {
            for (double length : LENGTHS) {
                Settings settings = given.applyTo(wanted.withForks(forks).scaled(length));
                if (estimate(settings, cells, untimedForks).compareTo(budget) <= 0) {
                    return settings;
                }
            }
        }
        for (int forks = fewest; forks >= 1; forks--) {
            for (double length : SHORT_LENGTHS) {
                Settings settings = given.applyTo(wanted.withForks(forks).scaled(length));
                if (estimate(settings, cells, untimedForks).compareTo(budget) <= 0) {
                    return settings;
                }
            }
        }
        return given.applyTo(wanted.withForks(1).scaled(SHORT_LENGTHS[SHORT_LENGTHS.length - 1]));
    }

    /** How many cells at most can be run with these settings. */
    static int cellsWithin(Settings settings, int untimedForks, Duration budget) {
        return (int) (budget.toMillis() / estimate(settings, 1, untimedForks).toMillis());
    }

    static Duration estimate(Settings settings, int cells, int untimedForks) {
        Duration cell = settings.measured()
                .plus(FORK_OVERHEAD)
                .multipliedBy(settings.forks())
                .plus(FORK_OVERHEAD.multipliedBy(untimedForks));
        return cell.multipliedBy(cells);
    }
}
