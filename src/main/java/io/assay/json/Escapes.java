package io.assay.json;

/** What stands behind a backslash (RFC 8259 section 7), but for {@code u}. */
final class Escapes {
    /** The character that is meant, by the ASCII character that stands there; 0 for none. */
    static final byte[] PLAIN = new byte[128];

    static {
        PLAIN['b'] = '\b';
        PLAIN['t'] = '\t';
        PLAIN['n'] = '\n';
        PLAIN['f'] = '\f';
        PLAIN['r'] = '\r';
        PLAIN['"'] = '"';
        PLAIN['\\'] = '\\';
        PLAIN['/'] = '/';
    }

    private Escapes() {}
}
