package io.assay.http1;

/** The form of a request target (RFC 9112 section 3.2). */
public enum TargetForm {
    /** {@code /path?query}. */
    ORIGIN,
    /** {@code http://host/path?query}, to a proxy. */
    ABSOLUTE,
    /** {@code host:port}, with CONNECT alone. */
    AUTHORITY,
    /** {@code *}, with OPTIONS alone. */
    ASTERISK
}
