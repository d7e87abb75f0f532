package io.assay.harness.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sorts points by the environment that they were measured in. What either of two environments does not know is no
 * difference between them; a run on the first machine after one on a second goes on where the first left off.
 */
public final class Environments {
    private final List<Map<String, String>> known = new ArrayList<>();
    private final Map<Map<String, String>, Integer> numbers = new HashMap<>();

    /** The number of a point's environment, from 0 in the order of appearance. */
    int of(Point point) {
        return numbers.computeIfAbsent(point.environment(), this::number);
    }

    private int number(Map<String, String> environment) {
        for (int i = 0; i < known.size(); i++) {
            if (differences(known.get(i), environment).isEmpty()) {
                environment.forEach(known.get(i)::putIfAbsent);
                return i;
            }
        }
        known.add(new HashMap<>(environment));
        return known.size() - 1;
    }

    /** One text a difference, {@code name: before, after}. */
    public static List<String> differences(Map<String, String> before, Map<String, String> after) {
        List<String> differences = new ArrayList<>();
        new TreeMap<>(before).forEach((name, value) -> {
            String other = after.getOrDefault(name, value);
            if (!other.equals(value)) {
                differences.add(name + ": " + value + ", " + other);
            }
        });
        return differences;
    }
}
