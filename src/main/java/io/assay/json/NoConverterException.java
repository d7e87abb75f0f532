package io.assay.json;

/** A type that cannot be registered: nothing writes and reads it, and nothing is done by reflection instead. */
public final class NoConverterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoConverterException(String message) {
        super(message);
    }

    NoConverterException(String message, Throwable cause) {
        super(message, cause);
    }
}
