package io.assay.router;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in the tree of templates while it grows; {@link TrieFlattener} turns the tree into arrays. */
final class TrieNode {
    /** In order of registration, so that equal tables are built equally. */
    final Map<String, TrieNode> literals = new LinkedHashMap<>(4);

    final Map<PartialPattern, TrieNode> partials = new LinkedHashMap<>(1);

    @Nullable
    TrieNode parameter;

    @Nullable
    TrieNode wildcard;

    /** Methods of all routes at or below this node, and one of the routes, for messages. */
    long methodsBelow;

    final int firstRoute;
    /** Offset of this node's segment in the first route's template. */
    final int offset;

    /** Methods of the routes that end here, and the routes' numbers in the order of the bits. */
    private long methods;

    private int[] routes = {};

    TrieNode(int firstRoute, int offset) {
        this.firstRoute = firstRoute;
        this.offset = offset;
    }

    TrieNode child(Segment segment, int route) {
        if (segment instanceof Segment.Literal literal) {
            return literals.computeIfAbsent(literal.bytes(), k -> new TrieNode(route, literal.offset()));
        }
        if (segment instanceof Segment.Partial partial) {
            return partials.computeIfAbsent(partial.pattern(), k -> new TrieNode(route, partial.offset()));
        }
        if (segment instanceof Segment.Wildcard) {
            if (wildcard == null) wildcard = new TrieNode(route, segment.offset());
            return wildcard;
        }
        if (parameter == null) parameter = new TrieNode(route, segment.offset());
        return parameter;
    }

    /** The route of this method that ends here, or -1. */
    int route(long method) {
        return (methods & method) == 0 ? -1 : routes[rank(method)];
    }

    void addRoute(long method, int route) {
        int rank = rank(method);
        int[] longer = Arrays.copyOf(routes, routes.length + 1);
        System.arraycopy(routes, rank, longer, rank + 1, routes.length - rank);
        longer[rank] = route;
        routes = longer;
        methods |= method;
    }

    private int rank(long method) {
        return Long.bitCount(methods & (method - 1));
    }

    long methods() {
        return methods;
    }

    int[] routes() {
        return routes;
    }

    /** The partial segments in the order in which they are tried. */
    List<Map.Entry<PartialPattern, TrieNode>> partialsByPrecedence() {
        List<Map.Entry<PartialPattern, TrieNode>> sorted = new ArrayList<>(partials.entrySet());
        sorted.sort(
                (a, b) -> Integer.compare(b.getKey().literalBytes(), a.getKey().literalBytes()));
        return sorted;
    }
}
