package io.assay.router;

/** What a {@link Router} found for a method and a path. */
public enum Outcome {
    /** A route serves the method on this path; the match holds it and its parameters. */
    FOUND,
    /** No template matches the path: status 404. */
    NOT_FOUND,
    /** Templates match the path, but none serves the method: status 405 with {@link RouteMatch#allowed()}. */
    METHOD_NOT_ALLOWED,
    /**
     * {@code OPTIONS} on a path that templates match and no {@code OPTIONS} route serves, or {@code OPTIONS *}
     * (RFC 9110 section 9.3.7): answer with {@link RouteMatch#allowed()}.
     */
    OPTIONS,
    /**
     * The path is null, empty, does not start with {@code /}, holds an unpaired surrogate, or (where the router
     * decodes) a {@code %} without two hexadecimal digits behind it: status 400.
     */
    BAD_PATH
}
