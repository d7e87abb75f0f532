package io.assay.workload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain router that says what the right answer is: a tree of segments for each method, searched with backtracking
 * in the order literal, partial segment, parameter, wildcard. Shares no code with any router that is measured.
 */
public final class PlainRouter {
    /**
     * An answer.
     *
     * @param route index of the route, {@link RouterRequests#NOT_FOUND} or {@link RouterRequests#METHOD_NOT_ALLOWED}
     * @param values parameter values in order of appearance, empty without a route
     */
    public record Answer(int route, List<String> values) {}

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final List<Partial> partials = new ArrayList<>();

        @Nullable
        Node parameter;

        @Nullable
        RouteSpec wildcard;

        @Nullable
        RouteSpec leaf;
    }

    private record Partial(String text, int literalLength, Pattern pattern, Node next) {}

    private final Map<RequestMethod, Node> roots = new EnumMap<>(RequestMethod.class);

    /** Builds the trees. */
    public PlainRouter(RouteTable table) {
        for (RouteSpec route : table.routes()) {
            insert(roots.computeIfAbsent(route.method(), m -> new Node()), route);
        }
    }

    private static void insert(Node node, RouteSpec route) {
        for (RouteTemplate.Segment segment : route.template().segments()) {
            switch (segment.kind()) {
                case LITERAL -> node = node.literals.computeIfAbsent(segment.text(), t -> new Node());
                case PARTIAL -> node = partial(node, segment);
                case PARAMETER -> {
                    if (node.parameter == null) {
                        node.parameter = new Node();
                    }
                    node = node.parameter;
                }
                case WILDCARD -> {
                    node.wildcard = route;
                    return;
                }
            }
        }
        node.leaf = route;
    }

    private static Node partial(Node node, RouteTemplate.Segment segment) {
        for (Partial partial : node.partials) {
            if (partial.text.equals(segment.text())) {
                return partial.next;
            }
        }
        int literals = segment.text().length()
                - segment.names().stream().mapToInt(n -> n.length() + 2).sum();
        Partial added = new Partial(segment.text(), literals, segment.pattern(), new Node());
        node.partials.add(added);
        node.partials.sort((a, b) -> b.literalLength - a.literalLength);
        return added.next;
    }

    /** The right answer for a path that starts with a slash and has no query. */
    public Answer match(RequestMethod method, String path) {
        String[] segments = path.substring(1).split("/", -1);
        List<String> values = new ArrayList<>();
        RouteSpec own = find(roots.get(method), segments, 0, values);
        if (own != null) {
            return new Answer(own.index(), List.copyOf(values));
        }
        for (Node root : roots.values()) {
            if (find(root, segments, 0, new ArrayList<>()) != null) {
                return new Answer(RouterRequests.METHOD_NOT_ALLOWED, List.of());
            }
        }
        return new Answer(RouterRequests.NOT_FOUND, List.of());
    }

    private static @Nullable RouteSpec find(@Nullable Node node, String[] segments, int at, List<String> values) {
        if (node == null) {
            return null;
        }
        if (at == segments.length) {
            return node.leaf;
        }
        String segment = segments[at];
        RouteSpec found = find(node.literals.get(segment), segments, at + 1, values);
        if (found != null) {
            return found;
        }
        int mark = values.size();
        for (Partial partial : node.partials) {
            Matcher matcher = partial.pattern.matcher(segment);
            if (matcher.matches()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    values.add(matcher.group(group));
                }
                found = find(partial.next, segments, at + 1, values);
                if (found != null) {
                    return found;
                }
                values.subList(mark, values.size()).clear();
            }
        }
        if (!segment.isEmpty()) {
            values.add(segment);
            found = find(node.parameter, segments, at + 1, values);
            if (found != null) {
                return found;
            }
            values.subList(mark, values.size()).clear();
        }
        if (node.wildcard != null) {
            values.add(String.join("/", List.of(segments).subList(at, segments.length)));
        }
        return node.wildcard;
    }
}
