package io.assay.harness.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps a run within its time by the clock. A plan only guesses what it takes to start a fork and to set its benchmark
 * up; once each row had a fork, that is known. Further rounds are run whole or by whole benchmarks, so that rows which are
 * compared have equally many forks.
 */
final class TimeBudget {
    private final Optional<Duration> budget;
    private final Map<Integer, Duration> walls = new HashMap<>();
    private final Map<Integer, Duration> overheads = new HashMap<>();
    private Duration inForks = Duration.ZERO;
    private int forks;

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
        inForks = inForks.plus(wall);
        forks++;
    }

    /** What the run takes between two forks, as it keeps its folder whole. */
    private Duration between(Duration elapsed) {
        Duration beside = elapsed.minus(inForks);
        return forks == 0 || beside.isNegative() ? Duration.ZERO : beside.dividedBy(forks);
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
                                        .plus(between(elapsed).multipliedBy(round.size() + weighed.size()))
                                        .compareTo(most)
                                <= 0)
                        .orElse(true);
    }

    /**
     * What fits of a round that does not fit whole: all forks of a group or none, those groups first whose forks are shortest,
     * so that as many rows as can be have one more.
     *
     * @param group whose forks go together
     * @param elapsed since the run began
     * @return in the round's order
     */
    List<Plan.Fork> part(List<Plan.Fork> round, Function<Plan.Fork, String> group, Duration elapsed) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (Plan.Fork fork : round) {
            groups.computeIfAbsent(group.apply(fork), name -> new ArrayList<>()).add(fork.cell());
        }
        Set<Integer> held = new HashSet<>();
        for (List<Integer> cells : groups.values().stream()
                .sorted(Comparator.comparing(cells -> sum(walls, cells).dividedBy(cells.size())))
                .toList()) {
            held.addAll(cells);
            if (!holds(List.copyOf(held), List.of(), elapsed)) {
                held.removeAll(cells);
            }
        }
        return round.stream().filter(fork -> held.contains(fork.cell())).toList();
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
