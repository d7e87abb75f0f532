package io.assay.harness.matrix;

import io.assay.harness.run.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * A balanced part of a table's cells: every workload and every profile about equally often, so that effects can still be
 * told, if less sharply. Which of the equally good parts it is depends on the seed alone.
 */
final class Fraction {
    private Fraction() {}

    /**
     * The first of the lines that fit whole, one at the least: a curve without its ends, or without what it is held against,
     * tells nothing.
     *
     * @param line the name of the line that a cell is a point of
     */
    static List<Integer> lines(List<Selection.Place> cells, int most, Function<Selection.Place, String> line) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            lines.computeIfAbsent(line.apply(cells.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        List<Integer> chosen = new ArrayList<>();
        for (List<Integer> points : lines.values()) {
            if (chosen.isEmpty() || chosen.size() + points.size() <= most) {
                chosen.addAll(points);
            }
        }
        return chosen;
    }

    /** So many of the cells, by number, in ascending order. */
    static List<Integer> of(List<Selection.Place> cells, int most, long seed) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            left.add(i);
        }
        Collections.shuffle(left, new Random(seed));
        Map<String, Integer> rows = new HashMap<>();
        Map<String, Integer> launches = new HashMap<>();
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < most && !left.isEmpty()) {
            // What hangs together with the others can be compared with them. Then the scarcer of both, then their sum;
            // of
            // equals the first is chance's.
            Comparator<Integer> scarce = Comparator.comparing(
                            (Integer i) -> !rows.containsKey(cells.get(i).row())
                                    && !launches.containsKey(cells.get(i).launch()))
                    .thenComparingInt(i -> Math.max(
                            rows.getOrDefault(cells.get(i).row(), 0),
                            launches.getOrDefault(cells.get(i).launch(), 0)))
                    .thenComparingInt(i -> rows.getOrDefault(cells.get(i).row(), 0)
                            + launches.getOrDefault(cells.get(i).launch(), 0));
            Integer next = Collections.min(left, scarce);
            left.remove(next);
            chosen.add(next);
            rows.merge(cells.get(next).row(), 1, Integer::sum);
            launches.merge(cells.get(next).launch(), 1, Integer::sum);
        }
        Collections.sort(chosen);
        return chosen;
    }
}
