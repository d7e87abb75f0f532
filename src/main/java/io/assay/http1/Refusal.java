package io.assay.http1;

import org.jspecify.annotations.Nullable;

/** What was refused in a message, and where. */
final class Refusal {
    @Nullable
    Http1Error error;

    int offset = -1;

    void clear() {
        error = null;
        offset = -1;
    }

    /** Keeps the error; always {@link HeadParser#REFUSED}. */
    int set(Http1Error what, int where) {
        error = what;
        offset = where;
        return HeadParser.REFUSED;
    }
}
