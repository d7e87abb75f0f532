package io.assay.router;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for two partial segments that some segment matches both: beginnings and ends must fit, whatever is between can
 * be filled in. Cut to the shorter beginning and the shorter end, such two are equal; so patterns are classed by the
 * lengths of both, and every two classes are joined by hash. That takes time by patterns times classes, not by pairs.
 */
final class PartialConflicts {
    private record Ends(int prefix, int suffix) {}

    private record Key(String prefix, String suffix) {}

    private final Map<Ends, List<Map.Entry<PartialPattern, TrieNode>>> classes = new LinkedHashMap<>();
    private long comparisons;

    PartialConflicts(List<Map.Entry<PartialPattern, TrieNode>> patterns) {
        for (Map.Entry<PartialPattern, TrieNode> pattern : patterns) {
            Ends ends = new Ends(
                    pattern.getKey().prefix().length(),
                    pattern.getKey().suffix().length());
            classes.computeIfAbsent(ends, e -> new ArrayList<>()).add(pattern);
        }
    }

    /** Keys looked up and methods compared so far. */
    long comparisons() {
        return comparisons;
    }

    /** Two nodes that serve a common method, in order of registration, or null. */
    TrieNode @Nullable [] find() {
        List<Ends> all = List.copyOf(classes.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i; j < all.size(); j++) {
                TrieNode[] pair = join(all.get(i), all.get(j));
                if (pair != null) return pair;
            }
        }
        return null;
    }

    private TrieNode @Nullable [] join(Ends a, Ends b) {
        Ends cut = new Ends(Math.min(a.prefix, b.prefix), Math.min(a.suffix, b.suffix));
        Map<Key, List<TrieNode>> seen = new HashMap<>();
        if (!a.equals(b)) {
            for (Map.Entry<PartialPattern, TrieNode> one : members(a)) remember(one, cut, seen);
        }
        for (Map.Entry<PartialPattern, TrieNode> one : members(b)) {
            comparisons++;
            for (TrieNode earlier : seen.getOrDefault(key(one.getKey(), cut), List.of())) {
                comparisons++;
                if ((methods(earlier) & methods(one.getValue())) != 0) return ordered(earlier, one.getValue());
            }
            if (a.equals(b)) remember(one, cut, seen);
        }
        return null;
    }

    private List<Map.Entry<PartialPattern, TrieNode>> members(Ends ends) {
        return classes.getOrDefault(ends, List.of());
    }

    /** Keeps a node only for methods that no node before it has: so at most one a method stands under a key. */
    private static void remember(Map.Entry<PartialPattern, TrieNode> one, Ends cut, Map<Key, List<TrieNode>> seen) {
        List<TrieNode> nodes = seen.computeIfAbsent(key(one.getKey(), cut), k -> new ArrayList<>(1));
        long known = 0;
        for (TrieNode node : nodes) known |= methods(node);
        if ((methods(one.getValue()) & ~known) != 0) nodes.add(one.getValue());
    }

    private static Key key(PartialPattern pattern, Ends cut) {
        String suffix = pattern.suffix();
        return new Key(pattern.prefix().substring(0, cut.prefix), suffix.substring(suffix.length() - cut.suffix));
    }

    private static long methods(TrieNode node) {
        return MethodTable.withHead(node.methodsBelow);
    }

    private static TrieNode[] ordered(TrieNode a, TrieNode b) {
        return a.firstRoute < b.firstRoute ? new TrieNode[] {a, b} : new TrieNode[] {b, a};
    }
}
