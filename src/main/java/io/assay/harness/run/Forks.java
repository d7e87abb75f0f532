package io.assay.harness.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs single forks, and comes back whatever they do. */
interface Forks {
    /** Hears each measured or warm-up iteration as it ends. */
    interface Listener {
        void iteration(double score, String unit);
    }

    /**
     * Runs a fork to its end, which may come before the settings' counts.
     *
     * @param settings the most that it runs
     * @param stopping when it ends before that
     * @param limit when it is ended that is still at it; empty for the usual patience
     * @throws JmhBusyException if another JMH holds the lock of the temporary folder
     */
    ForkOutcome run(
            Cell cell,
            Settings settings,
            Optional<Stopping.InFork> stopping,
            Optional<ForkLimit> limit,
            Listener listener);

    /** A fork that is not timed: it sets the workload up, runs it briefly and weighs the live heap. */
    ForkOutcome weigh(Cell cell);

    /** Whether a fork can end before its settings' counts. */
    boolean endEarly();

    /**
     * Whose benchmarks are run, for {@code environment.json}, where they are not this program's own.
     *
     * @param benchmarks names of those that are run
     */
    Map<String, Object> origin(Set<String> benchmarks);
}
