package io.assay.router;

import io.assay.router.RouteException.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Grows the tree of templates and refuses routes that collide. */
final class TrieBuilder {
    private final TrieNode root = new TrieNode(0, 0);
    private final List<? extends Route<?>> routes;

    TrieBuilder(List<? extends Route<?>> routes) {
        this.routes = routes;
    }

    void add(Template template, long method, int route) {
        TrieNode node = root;
        node.methodsBelow |= method;
        for (Segment segment : template.segments()) {
            node = node.child(segment, route);
            node.methodsBelow |= method;
        }
        int earlier = node.route(method);
        if (earlier >= 0) {
            throw new RouteException(
                    Kind.DUPLICATE_ROUTE,
                    template.text(),
                    0,
                    "matches the same requests as " + routes.get(earlier),
                    "remove one of the two");
        }
        node.addRoute(method, route);
    }

    TrieNode finish() {
        Deque<TrieNode> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            TrieNode node = open.pop();
            checkPartials(node.partialsByPrecedence());
            open.addAll(node.literals.values());
            open.addAll(node.partials.values());
            if (node.parameter != null) open.add(node.parameter);
            if (node.wildcard != null) open.add(node.wildcard);
        }
        return root;
    }

    private void checkPartials(List<Map.Entry<PartialPattern, TrieNode>> partials) {
        int from = 0;
        while (from < partials.size()) {
            int bytes = partials.get(from).getKey().literalBytes();
            int to = from + 1;
            while (to < partials.size() && partials.get(to).getKey().literalBytes() == bytes) to++;
            PartialConflicts conflicts = new PartialConflicts(partials.subList(from, to));
            TrieNode[] pair = conflicts.find();
            if (pair != null) throw ambiguous(pair[0], pair[1]);
            from = to;
        }
    }

    private RouteException ambiguous(TrieNode first, TrieNode second) {
        return new RouteException(
                Kind.AMBIGUOUS_ROUTE,
                routes.get(second.firstRoute).template(),
                second.offset,
                "a segment here may match " + routes.get(first.firstRoute) + " as well, and neither is more specific",
                "give one of the two segments more literal text");
    }
}
