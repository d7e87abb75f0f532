package io.assay.harness.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a run within its time by the clock. A plan only guesses what it takes to start a fork and to set its benchmark
 * up; once each row had a fork, that is known. Further rounds are run whole or not at all, so that rows which are
 * compared have equally many forks.
 */
final class TimeBudget {
    private final Optional<Duration> budget;
    private final Map<Integer, Duration> walls = new HashMap<>();
    private final Map<Integer, Duration> overheads = new HashMap<>();

    /**
     * Begins.
     *
     * @param budget what the run may take; empty where nobody limits it
     */
    TimeBudget(Optional<Duration> budget) {
        this.budget = budget;
    }

    /**
     * A fork ended.
     *
     * @param wall what it took in all
     * @param measuring how much of that it warmed up and measured
     */
    void ended(int cell, Duration wall, Duration measuring) {
        walls.put(cell, wall);
        overheads.put(cell, wall.minus(measuring));
    }

    /**
     * Whether one more fork of each of these cells, and afterwards the forks that weigh, still fit. Nothing always does.
     *
     * @param elapsed since the run began
     */
    boolean holds(List<Integer> round, List<Integer> weighed, Duration elapsed) {
        return round.isEmpty()
                || budget.map(most -> elapsed.plus(sum(walls, round))
                                        .plus(sum(overheads, weighed))
                                        .compareTo(most)
                                <= 0)
                        .orElse(true);
    }

    /** Whether nothing is left. */
    boolean spent(Duration elapsed) {
        return budget.filter(most -> elapsed.compareTo(most) >= 0).isPresent();
    }

    /** For a sentence. */
    String name() {
        return "the budget of " + budget.map(Duration::toSeconds).orElseThrow() + " s";
    }

    private static Duration sum(Map<Integer, Duration> known, List<Integer> cells) {
        return cells.stream()
                .map(cell -> known.getOrDefault(cell, Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
