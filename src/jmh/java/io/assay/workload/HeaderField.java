package io.assay.workload;

/**
 * A header field, name and value in Latin-1; of HTTP/2 the name is in lower case.
 *
 * @param name the name; pseudo-headers begin with a colon
 * @param value the value
 * @param secret whether it must never enter a compression table (RFC 7541 section 7.1.3)
 */
public record HeaderField(String name, String value, boolean secret) {
    /** A field that may be indexed. */
    public HeaderField(String name, String value) {
        this(name, value, false);
    }
}
