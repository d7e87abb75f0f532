package io.assay.json;

import java.io.IOException;

/** A document that is refused, or an object that is no JSON. It has no stack trace, which would cost more than an attack. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The kind of error. */
    private final JsonError error;

    private final int offset;

    JsonException(JsonError error, int offset) {
        super(error + " at byte " + offset);
        this.error = error;
        this.offset = offset;
    }

    JsonException(JsonError error, int offset, Exception cause) {
        super(error + " at byte " + offset + ": " + cause.getMessage(), cause);
        this.error = error;
        this.offset = offset;
    }

    /** What is wrong. */
    public JsonError error() {
        return error;
    }

    /**
     * The byte that is wrong, from the document's first byte: of a limit the first above it, of a missing byte the document's
     * end, of a number or name its start. When written, the length of what was written before.
     */
    public int offset() {
        return offset;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nothing is written
    public Throwable fillInStackTrace() {
        return this;
    }
}
