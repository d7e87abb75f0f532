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

    /** Compares each pair with equally many literal bytes, which stand beside each other in this order. */
    private void checkPartials(List<Map.Entry<PartialPattern, TrieNode>> partials) {
        for (int i = 0; i < partials.size(); i++) {
            PartialPattern a = partials.get(i).getKey();
            for (int j = i + 1; j < partials.size(); j++) {
                PartialPattern b = partials.get(j).getKey();
                if (b.literalBytes() != a.literalBytes()) break;
                TrieNode first = partials.get(i).getValue();
                TrieNode second = partials.get(j).getValue();
                long shared = MethodTable.withHead(first.methodsBelow) & MethodTable.withHead(second.methodsBelow);
                if (shared != 0 && a.overlaps(b)) throw ambiguous(first, second);
            }
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
