package io.assay.harness.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which forks are run, in which order: in rounds, each with one fork of every cell in an order of its own, so that
 * drift of the machine hits all cells alike and an interrupted run leaves every cell with about equally many forks. The
 * order depends on the seed alone.
 *
 * @param cells what is measured, by number
 * @param skipped what is not, with the reason
 * @param settings how, after options and budget
 * @param order the timed forks
 * @param weighed cells whose live heap is weighed in a fork of its own
 */
record Plan(List<Cell> cells, List<Skipped> skipped, Settings settings, List<Fork> order, List<Integer> weighed) {
    /**
     * One fork.
     *
     * @param cell the cell's number
     * @param fork the fork's number within the cell, from 1
     */
    record Fork(int cell, int fork) {}

    /**
     * A cell that is not run.
     *
     * @param cell the cell
     * @param reason why
     */
    record Skipped(Cell cell, String reason) {}

    Plan {
        cells = List.copyOf(cells);
        skipped = List.copyOf(skipped);
        order = List.copyOf(order);
        weighed = List.copyOf(weighed);
    }

    /** The same with further cells behind, which alone are in the order. */
    Plan with(List<Cell> more, long seed) {
        List<Cell> all = new ArrayList<>(cells);
        all.addAll(more);
        List<Integer> weigh = new ArrayList<>(weighed);
        for (int i = cells.size(); i < all.size() && !weighed.isEmpty(); i++) {
            weigh.add(i);
        }
        List<Fork> forks = interleave(more.size(), settings.forks(), seed).stream()
                .map(fork -> new Fork(fork.cell() + cells.size(), fork.fork()))
                .toList();
        return new Plan(all, skipped, settings, forks, weigh);
    }

    static List<Fork> interleave(int cells, int forks, long seed) {
        Random random = new Random(seed);
        List<Fork> order = new ArrayList<>();
        for (int fork = 1; fork <= forks; fork++) {
            List<Fork> round = new ArrayList<>();
            for (int cell = 0; cell < cells; cell++) {
                round.add(new Fork(cell, fork));
            }
            Collections.shuffle(round, random);
            order.addAll(round);
        }
        return order;
    }

    /** The order's rounds: forks of one number, none of them empty. */
    List<List<Fork>> rounds() {
        Map<Integer, List<Fork>> rounds = new LinkedHashMap<>();
        order.forEach(fork ->
                rounds.computeIfAbsent(fork.fork(), n -> new ArrayList<>()).add(fork));
        return List.copyOf(rounds.values());
    }
}
