package io.assay.harness.run;

import io.assay.harness.result.RowKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which rows go where a budget does not hold all. Rows of a group, which are read together, stay or go together. Groups
 * are taken in their order, and each that still fits stays: a small one may stay behind a large one that went. Rows of
 * several threads are asked last, as each takes the time of several others.
 */
final class LeftOut {
    private final Budget budget;
    private final SeveralThreads threads;
    private final Function<Cell, RowKey> group;
    private final String mend;

    /**
     * Chooses by groups.
     *
     * @param group what a row's group is called
     * @param mend what runs those that went
     */
    LeftOut(Budget budget, SeveralThreads threads, Function<Cell, RowKey> group, String mend) {
        this.budget = budget;
        this.threads = threads;
        this.group = group;
        this.mend = mend;
    }

    /**
     * Takes away what does not fit.
     *
     * @param cells those that stay, afterwards; at least a group
     * @param other what is to be run beside them
     * @return those that went, with the reason
     */
    List<Plan.Skipped> of(List<Cell> cells, Settings settings, Duration other) {
        Map<RowKey, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(group.apply(cell), k -> new ArrayList<>()).add(cell);
        }
        Duration left = budget.time().minus(other);
        Set<Cell> kept = new HashSet<>();
        for (List<Cell> together : ordered(groups.values())) {
            Duration takes =
                    together.stream().map(cell -> budget.row(settings, cell)).reduce(Duration.ZERO, Duration::plus);
            if (kept.isEmpty() || takes.compareTo(left) <= 0) {
                kept.addAll(together);
                left = left.minus(takes);
            }
        }
        List<Plan.Skipped> went = cells.stream()
                .filter(cell -> !kept.contains(cell))
                .map(cell -> new Plan.Skipped(cell, reason(cell, settings)))
                .toList();
        cells.retainAll(kept);
        return went;
    }

    /** Those of one thread first; then those of several, one of each class at a time, lest one class take all the room. */
    private List<List<Cell>> ordered(Iterable<List<Cell>> groups) {
        Map<String, Integer> ofClass = new HashMap<>();
        Map<List<Cell>, Integer> turns = new LinkedHashMap<>();
        for (List<Cell> together : groups) {
            Cell first = together.get(0);
            String type =
                    first.benchmark().substring(0, Math.max(0, first.benchmark().lastIndexOf('.')));
            turns.put(together, threads.lengthens(first) ? ofClass.merge(type, 1, Integer::sum) : 0);
        }
        return turns.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String reason(Cell cell, Settings ofRun) {
        Duration time = threads.settings(ofRun, cell).time();
        return "left out: the budget of " + budget.time().toSeconds() + " s does not hold it"
                + (time.compareTo(ofRun.time()) > 0
                        ? " with iterations of " + time.toMillis() + " ms, which several threads need"
                        : "")
                + "; " + mend;
    }
}
