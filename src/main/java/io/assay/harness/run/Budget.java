package io.assay.harness.run;

import java.time.Duration;

/**
 * Fits settings into a time. The order of sacrifice: first the forks' length down to a third, then the number of forks
 * down to two, then the length down to a tenth, then rows of several threads, whose length has a floor of its own
 * ({@link SeveralThreads}), then the second fork. What is left over at the end is for the planner: it leaves rows out,
 * whole groups at a time, and says so.
 */
final class Budget {
    /** Starting a JVM, JMH's handshake and the benchmark's set-up, as seen on a two-core machine. */
    static final Duration FORK_OVERHEAD = Duration.ofMillis(550);

    private static final double[] LENGTHS = {1, 0.8, 0.65, 0.5, 0.4, 0.33};
    private static final double[] SHORT_LENGTHS = {0.33, 0.25, 0.18, 0.13, 0.1};

    private final SeveralThreads threads;
    private final int untimedForks;
    private final Duration time;

    /**
     * Of a run.
     *
     * @param threads what rows of several threads need; it has the numbers that no budget changes, and what shortening the
     *     others gains is judged with these in place
     * @param untimedForks of each row
     */
    Budget(SeveralThreads threads, int untimedForks, Duration time) {
        this.threads = threads;
        this.untimedForks = untimedForks;
        this.time = time;
    }

    /**
     * How many rows there are.
     *
     * @param alone of one thread
     * @param threaded of several
     * @param floors of the harness's own, of one thread; there are always some, so nothing is given up for them alone
     */
    record Rows(int alone, int threaded, int floors) {}

    /** The longest settings that fit. */
    Settings fit(Settings wanted, Rows rows) {
        int fewest = Math.min(2, wanted.forks());
        for (int forks = wanted.forks(); forks >= fewest; forks--) {
            for (double length : LENGTHS) {
                Settings settings = scaled(wanted, forks, length);
                if (holds(settings, rows)) {
                    return settings;
                }
            }
        }
        for (int forks = fewest; forks >= 1; forks--) {
            for (double length : SHORT_LENGTHS) {
                Settings settings = scaled(wanted, forks, length);
                if (holds(settings, rows)) {
                    return settings;
                }
            }
            Settings shortest = scaled(wanted, forks, SHORT_LENGTHS[SHORT_LENGTHS.length - 1]);
            if (rows.alone() > 0 && holds(shortest, new Rows(rows.alone(), 0, rows.floors()))) {
                return shortest;
            }
        }
        return scaled(wanted, 1, SHORT_LENGTHS[SHORT_LENGTHS.length - 1]);
    }

    /**
     * What rows get that stay when others were left out: the time of those is theirs.
     *
     * @param before what was fitted for all; what stays never gets fewer forks, as these hold
     */
    Settings refit(Settings wanted, Settings before, Rows kept) {
        Settings again = fit(wanted, kept);
        return holds(again, kept) ? again : before;
    }

    private Settings scaled(Settings wanted, int forks, double length) {
        return threads.given().applyTo(wanted.withForks(forks).scaled(length));
    }

    private boolean holds(Settings settings, Rows rows) {
        return estimate(settings, rows).compareTo(time) <= 0;
    }

    /** What rows take in all. */
    Duration estimate(Settings settings, Rows rows) {
        return row(settings)
                .multipliedBy(rows.alone() + rows.floors())
                .plus(row(threads.stretched(settings)).multipliedBy(rows.threaded()));
    }

    /** What a row takes, with the forks that are not timed. */
    Duration row(Settings settings, Cell cell) {
        return row(threads.settings(settings, cell));
    }

    private Duration row(Settings settings) {
        return settings.measured()
                .plus(FORK_OVERHEAD)
                .multipliedBy(settings.forks())
                .plus(FORK_OVERHEAD.multipliedBy(untimedForks));
    }

    Duration time() {
        return time;
    }
}
