package io.assay.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What iteration over a container shows, as the JDK's collections. */
final class Contents {
    private Contents() {}

    static Map<Integer, String> of(IntMap<String> map) {
        Map<Integer, String> contents = new TreeMap<>();
        map.forEachEntry((key, value) -> {
            if (contents.put(key, value) != null) {
                throw new AssertionError("shown twice: " + key);
            }
        });
        return contents;
    }

    static Set<Integer> of(IntSet set) {
        Set<Integer> contents = new TreeSet<>();
        set.forEachInt(element -> {
            if (!contents.add(element)) {
                throw new AssertionError("shown twice: " + element);
            }
        });
        return contents;
    }

    static List<Integer> of(IntList list) {
        List<Integer> contents = new ArrayList<>();
        list.forEachInt(contents::add);
        return contents;
    }
}
