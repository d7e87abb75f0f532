package io.assay.router;

/** A route that cannot be registered: which, why, where in its template, and what would mend it. */
public final class RouteException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Why a route was refused. */
    public enum Kind {
        /** The template breaks the grammar that {@link Router} states. */
        MALFORMED_TEMPLATE,
        /** The same method and the same template, names of parameters apart, was registered before. */
        DUPLICATE_ROUTE,
        /** Two partial segments match a common segment, and neither is more specific. */
        AMBIGUOUS_ROUTE,
        /** More than 64 different methods in one router. */
        TOO_MANY_METHODS
    }

    private final Kind kind;
    private final String template;
    private final int offset;

    RouteException(Kind kind, String template, int offset, String what, String mend) {
        super("\"" + template + "\" at " + offset + ": " + what + "; " + mend);
        this.kind = kind;
        this.template = template;
        this.offset = offset;
    }

    /** Why the route was refused. */
    public Kind kind() {
        return kind;
    }

    /** The template that was refused. */
    public String template() {
        return template;
    }

    /** Where in {@link #template()} the trouble starts, in chars. */
    public int offset() {
        return offset;
    }
}
