package io.assay.router;

import io.assay.Checks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a match, reused from match to match: made by {@link Router#newMatch()}, filled by that router only,
 * one a thread. Parameters are ranges of the input; strings are made only by {@link #text(int)}.
 *
 * <p>A result is valid until the next match into it. Where the path came as bytes, {@code text} also needs those bytes
 * unchanged.
 *
 * @param <T> type of the routes' values
 */
public final class RouteMatch<T> {
    final PathBuffer path = new PathBuffer();
    final Walk walk;
    private final Router<T> router;

    // The route is kept as a number, and success as a null, so that a hit stores no reference: behind such a store into
    // an old object, G1's write barrier may put a memory fence.
    private int route;

    private @Nullable Outcome failure = Outcome.NOT_FOUND;

    RouteMatch(Router<T> router, int deepest) {
        this.router = router;
        walk = new Walk(deepest);
    }

    boolean isOf(Router<?> other) {
        return router == other;
    }

    Outcome found(int number) {
        route = number;
        if (failure != null) failure = null;
        return Outcome.FOUND;
    }

    Outcome failed(Outcome why, long allowed) {
        walk.seen = allowed;
        failure = why;
        return why;
    }

    /** What the last match found; {@link Outcome#NOT_FOUND} before the first. */
    public Outcome outcome() {
        return failure == null ? Outcome.FOUND : failure;
    }

    /**
     * The route that serves the request.
     *
     * @throws IllegalStateException when the outcome is not {@link Outcome#FOUND}; so for every accessor below
     */
    public Route<T> route() {
        requireFound();
        return router.route(route);
    }

    /** The route's value. */
    public T value() {
        requireFound();
        return router.value(route);
    }

    /** Parameters of the route, a wildcard counted; 0 when none was found. */
    public int parameterCount() {
        return found() ? places().length : 0;
    }

    /** Name of parameter {@code i}, {@code 0 <= i <} {@link #parameterCount()}. */
    public String name(int i) {
        return names().get(i);
    }

    /** Index of the parameter of this name, or -1. */
    public int index(String name) {
        return found() ? names().indexOf(name) : -1;
    }

    /** Where parameter {@code i} starts in the input: an offset in chars for a String, in the array for bytes. */
    public int start(int i) {
        return path.callersOffset(startInBuffer(place(i)));
    }

    /** Where parameter {@code i} ends in the input, exclusive; see {@link #start}. */
    public int end(int i) {
        return path.callersOffset(endInBuffer(place(i)));
    }

    /** Parameter {@code i} as text: UTF-8, percent-decoded where the router decodes. Malformed UTF-8 turns to U+FFFD. */
    public String text(int i) {
        int place = place(i);
        int start = startInBuffer(place);
        return new String(path.bytes, start, endInBuffer(place) - start, StandardCharsets.UTF_8);
    }

    /** The parameter of this name as text, or null when the route has none; see {@link #text(int)}. */
    public @Nullable String text(String name) {
        int i = index(name);
        return i < 0 ? null : text(i);
    }

    /**
     * The methods for which this path would not be answered with {@link Outcome#METHOD_NOT_ALLOWED}: the value of an
     * {@code Allow} header (RFC 9110 section 10.2.1). They are those of all templates that match, {@code HEAD} where
     * there is {@code GET}, and {@code OPTIONS}; for {@code OPTIONS *} those of all routes. Made at each call.
     *
     * @throws IllegalStateException unless the outcome is METHOD_NOT_ALLOWED or OPTIONS
     */
    public Set<HttpMethod> allowed() {
        Outcome is = outcome();
        if (is != Outcome.METHOD_NOT_ALLOWED && is != Outcome.OPTIONS) {
            throw new IllegalStateException("the outcome is " + is + ", which allows nothing; ask outcome() first");
        }
        return router.methods().allowed(walk.seen);
    }

    private boolean found() {
        return failure == null;
    }

    private void requireFound() {
        if (!found()) throw new IllegalStateException("the outcome is " + outcome() + "; ask outcome() first");
    }

    private int[] places() {
        return router.places(route);
    }

    private List<String> names() {
        return route().parameterNames();
    }

    private int place(int i) {
        requireFound();
        int[] places = places();
        if (Checks.ENABLED) Objects.checkIndex(i, places.length);
        return places[i];
    }

    private int startInBuffer(int place) {
        if (place <= Template.SEGMENT_MASK) return walk.positions[place] + 1;
        return place >> Template.SEGMENT_BITS == Template.REST
                ? walk.positions[place & Template.SEGMENT_MASK] + 1
                : partStart(place);
    }

    private int endInBuffer(int place) {
        if (place <= Template.SEGMENT_MASK) return walk.positions[place + 1];
        return place >> Template.SEGMENT_BITS == Template.REST ? path.end : partEnd(place);
    }

    private int partStart(int place) {
        int segment = place & Template.SEGMENT_MASK;
        int part = (place >> Template.SEGMENT_BITS) - Template.PART;
        return pattern(segment)
                .parameterStart(path.bytes, walk.positions[segment] + 1, walk.positions[segment + 1], part);
    }

    private int partEnd(int place) {
        int segment = place & Template.SEGMENT_MASK;
        int part = (place >> Template.SEGMENT_BITS) - Template.PART;
        return pattern(segment)
                .parameterEnd(path.bytes, walk.positions[segment] + 1, walk.positions[segment + 1], part);
    }

    private PartialPattern pattern(int segment) {
        PartialPattern pattern = router.pattern(route, segment);
        if (pattern == null) throw new NoSuchElementException("segment " + segment + " of " + route());
        return pattern;
    }
}
