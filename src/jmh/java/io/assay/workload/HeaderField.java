package io.assay.workload;

/**
 * A header field of HTTP/2: name in lower case, both Latin-1.
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
