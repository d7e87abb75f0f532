package io.assay.router;

import io.assay.Checks;
import io.assay.router.RouteException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route for a request's method and path. Immutable and thread-safe; built once by a {@link Builder}. A match
 * allocates nothing, except that a {@link RouteMatch} grows to the longest path it has seen above 512 bytes, and that a
 * String outside ASCII is encoded anew.
 *
 * <p><b>Templates</b> start with {@code /}. Each segment is one of
 * <ul>
 *   <li>a literal, {@code users}; an empty one is a literal too, so {@code /a//b} and {@code /a/} match just that;
 *   <li>a parameter, {@code {id}}: any segment of at least one byte;
 *   <li>a partial segment, {@code {base}...{head}}, {@code v{version}}: literals and parameters mixed. Each parameter
 *       takes at least one byte and as few as possible from left to right, the last literal stands at the end;
 *   <li>a wildcard, {@code *path}, only as the whole last segment: the rest of the path, slashes included, also the
 *       empty rest: {@code /static/*path} matches {@code /static/} and not {@code /static}.
 * </ul>
 * Names hold letters, digits and {@code _ - . $}, and are unique in a template. The path is that of the request target
 * without its query; slashes count as they stand, and dot segments are not removed.
 *
 * <p><b>Precedence</b> is decided from the first segment on: a literal before partial segments (the one with more
 * literal bytes first), before a parameter, before a wildcard; where that leads nowhere, the next is tried. Only
 * templates that serve the method take part. Where none does but some match, the answer is
 * {@link Outcome#METHOD_NOT_ALLOWED}.
 *
 * <p><b>HEAD</b> is served by a template's {@code GET} route where that template has none for HEAD (RFC 9110 section
 * 9.3.2). <b>OPTIONS</b> without a matching route of its own gives {@link Outcome#OPTIONS} wherever a template matches,
 * and for the path {@code *}.
 *
 * <p><b>Percent-decoding</b> is off by default: bytes are compared and returned as they are, and a template's
 * characters outside ASCII stand for their UTF-8 bytes. When on, path and templates are split at {@code /} first, so
 * {@code %2F} never separates, then compared decoded; {@link RouteMatch#text(int)} is decoded, ranges are raw.
 *
 * <p><b>Many partial segments</b> at one place are found by their first literal; those that share it, also the empty
 * one, are tried one by one.
 *
 * <p><b>Time</b> is linear in the path for a table without backtracking. At worst every node of the tree of templates
 * is entered once, and each partial segment costs its literals' bytes times the segment's.
 *
 * @param <T> type of the value that is kept with each route
 */
public final class Router<T> {
    private final List<Route<T>> routes;
    private final Object[] values;
    private final Template[] templates;
    private final int[][] places;
    private final MethodTable methods;
    private final long allMethods;
    private final Trie trie;
    private final @Nullable LiteralPaths literalPaths;
    private final int deepest;
    private final boolean percentDecoding;

    private Router(Builder<T> builder) {
        routes = new ArrayList<>(builder.entries.size());
        templates = new Template[builder.entries.size()];
        places = new int[templates.length][];
        values = new Object[templates.length];
        percentDecoding = builder.percentDecoding;
        MethodTable table = new MethodTable();
        TrieBuilder tree = new TrieBuilder(routes);
        long[] bits = new long[templates.length];
        long all = 0;
        int longest = 0;
        for (Entry<T> entry : builder.entries) {
            int number = routes.size();
            Template template = TemplateParser.parse(entry.template, percentDecoding);
            Route<T> route = new Route<>(entry.method, entry.template, entry.value, template.names());
            long method = table.add(entry.method);
            if (method == 0) throw tooManyMethods(route);
            routes.add(route);
            templates[number] = template;
            places[number] = template.places();
            bits[number] = method;
            values[number] = entry.value;
            tree.add(template, method, number);
            all |= method;
            longest = Math.max(longest, template.segments().size());
        }
        methods = table.immutable();
        allMethods = MethodTable.withHead(all);
        deepest = longest;
        trie = TrieFlattener.flatten(tree.finish());
        literalPaths = LiteralPaths.of(templates, bits);
    }

    private static RouteException tooManyMethods(Route<?> route) {
        return new RouteException(
                Kind.TOO_MANY_METHODS,
                route.template(),
                0,
                route.method() + " is one method more than a router's " + MethodTable.MAX,
                "use a second router");
    }

    /** A builder without routes. */
    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /** A result to match into, sized for this router. */
    public RouteMatch<T> newMatch() {
        return new RouteMatch<>(this, deepest);
    }

    /** Number of routes. */
    public int size() {
        return routes.size();
    }

    /** All routes in order of registration; unmodifiable. */
    public List<Route<T>> routes() {
        return Collections.unmodifiableList(routes);
    }

    /**
     * Matches a path; chars outside ASCII stand for their UTF-8 bytes.
     *
     * @param into takes the result; made by this router's {@link #newMatch()}
     * @return {@code into.outcome()}
     */
    public Outcome match(HttpMethod method, @Nullable String path, RouteMatch<T> into) {
        if (Checks.ENABLED) check(into);
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return path != null && path.length() == 1 ? single(method, path.charAt(0), into) : bad(into);
        }
        if (literalPaths != null) {
            int route = literalPaths.find(path, methods.bit(method));
            if (route >= 0) return into.found(route);
        }
        return into.path.load(path) ? match(method, into) : bad(into);
    }

    /**
     * Matches the path in {@code bytes[from,to)}. It is read in place where 64 bytes are readable behind it, else
     * copied.
     *
     * @param into takes the result; made by this router's {@link #newMatch()}
     * @return {@code into.outcome()}
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public Outcome match(HttpMethod method, byte @Nullable [] bytes, int from, int to, RouteMatch<T> into) {
        if (Checks.ENABLED) {
            check(into);
            if (bytes != null) Objects.checkFromToIndex(from, to, bytes.length);
        }
        if (bytes == null || from >= to || bytes[from] != '/') {
            return bytes != null && to - from == 1 ? single(method, (char) bytes[from], into) : bad(into);
        }
        into.path.load(bytes, from, to);
        return match(method, into);
    }

    private Outcome match(HttpMethod method, RouteMatch<T> into) {
        PathBuffer path = into.path;
        Walk walk = into.walk;
        int segments = PathScanner.split(path.bytes, path.start, path.end, walk.positions, deepest);
        if (percentDecoding && path.hasPercent() && !path.decode(walk.positions, segments + 1)) return bad(into);
        int route = trie.find(path.bytes, segments, methods.bit(method), walk);
        return route >= 0 ? into.found(route) : missed(method, into);
    }

    private Outcome missed(HttpMethod method, RouteMatch<T> into) {
        long seen = into.walk.seen;
        if (seen == 0) return into.failed(Outcome.NOT_FOUND, 0);
        return into.failed(method.equals(HttpMethod.OPTIONS) ? Outcome.OPTIONS : Outcome.METHOD_NOT_ALLOWED, seen);
    }

    /** A path of one char that is not a slash; OPTIONS has a use for the asterisk. */
    private Outcome single(HttpMethod method, char c, RouteMatch<T> into) {
        return c == '*' && method.equals(HttpMethod.OPTIONS) ? into.failed(Outcome.OPTIONS, allMethods) : bad(into);
    }

    private Outcome bad(RouteMatch<T> into) {
        return into.failed(Outcome.BAD_PATH, 0);
    }

    private void check(RouteMatch<T> into) {
        if (!into.isOf(this)) throw new IllegalArgumentException("this match belongs to another router");
    }

    Route<T> route(int number) {
        return routes.get(number);
    }

    @SuppressWarnings("unchecked") // filled from entries of T only
    T value(int number) {
        return (T) values[number];
    }

    int[] places(int number) {
        return places[number];
    }

    @Nullable
    PartialPattern pattern(int number, int segment) {
        return templates[number].segments().get(segment) instanceof Segment.Partial partial ? partial.pattern() : null;
    }

    MethodTable methods() {
        return methods;
    }

    private record Entry<T>(HttpMethod method, String template, T value) {}

    /**
     * Collects routes. Not thread-safe; may go on after {@link #build()}.
     *
     * @param <T> type of the values
     */
    public static final class Builder<T> {
        private final List<Entry<T>> entries = new ArrayList<>();
        private boolean percentDecoding;

        private Builder() {}

        /** Adds a route; its template is read when the router is built, since its meaning depends on the decoding. */
        public Builder<T> add(HttpMethod method, String template, T value) {
            entries.add(new Entry<>(
                    Objects.requireNonNull(method), Objects.requireNonNull(template), Objects.requireNonNull(value)));
            return this;
        }

        /** Whether paths and templates are compared percent-decoded; off at first. */
        public Builder<T> percentDecoding(boolean on) {
            percentDecoding = on;
            return this;
        }

        /**
         * Builds the router, in time linear in the templates; partial segments beside each other cost their
         * number times that of the different lengths that their first and last literals have.
         *
         * @throws RouteException when a template is malformed, or routes collide
         */
        public Router<T> build() {
            return new Router<>(this);
        }
    }
}
