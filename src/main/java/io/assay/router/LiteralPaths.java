package io.assay.router;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whole paths of templates without parameters, asked with a {@code String}. A literal wins over everything else in every
 * segment, so a path that is found here needs no walk; and a string's hash is computed faster than its characters are
 * copied into bytes. Only for tables in which most templates are literal: elsewhere nearly every request would pay for
 * the hash and walk all the same. Immutable once filled.
 */
final class LiteralPaths {
    private final Map<String, TrieNode> leaves = new HashMap<>();

    private LiteralPaths() {}

    /**
     * Makes the table of a router.
     *
     * @param templates by number of route
     * @param methods bit of each route's method
     * @return null where it would not pay
     */
    static @Nullable LiteralPaths of(Template[] templates, long[] methods) {
        LiteralPaths paths = new LiteralPaths();
        int literal = 0;
        for (int route = 0; route < templates.length; route++) {
            if (isPlain(templates[route])) {
                paths.leaves
                        .computeIfAbsent(templates[route].text(), text -> new TrieNode(0, 0))
                        .addRoute(methods[route], route);
                literal++;
            }
        }
        return literal > 0 && 2L * literal >= templates.length ? paths : null;
    }

    /** Whether the template's text is the one path that it matches, and its chars are its bytes. */
    private static boolean isPlain(Template template) {
        return template.segments().stream().allMatch(segment -> segment instanceof Segment.Literal)
                && template.text().chars().allMatch(c -> c < 0x80 && c != '%');
    }

    /** The route that serves the path, or -1: then other templates may. */
    int find(String path, long method) {
        TrieNode leaf = leaves.get(path);
        if (leaf == null) return -1;
        int route = leaf.route(method);
        return route < 0 && method == MethodTable.HEAD ? leaf.route(MethodTable.GET) : route;
    }
}
