package io.assay.http1;

/** How much a head may differ from the RFC. Bodies are always parsed strictly. */
public enum Strictness {
    /** Refuses what RFC 9112 and RFC 9110 refuse, and what they allow a recipient to refuse. */
    STRICT,
    /**
     * Tolerates in heads: a bare LF as the end of a line; control characters other than NUL, CR and LF in field values
     * and reason phrases; any byte above 0x20 other than DEL, and incomplete percent-encodings, in a request target; a
     * missing Host; expectations other than {@code 100-continue}; empty lines before a status line; a status line
     * without the space behind its code; status codes up to 999. Everything else is as strict, framing above all.
     */
    LAX
}
