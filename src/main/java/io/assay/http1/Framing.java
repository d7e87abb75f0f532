package io.assay.http1;

/** How the end of a message's body is found (RFC 9112 section 6.3). */
public enum Framing {
    /** There is no body: the next message follows the head. */
    NONE,
    /** So many bytes as Content-Length says. */
    LENGTH,
    /** The chunked transfer coding (section 7.1). */
    CHUNKED,
    /** Everything until the connection is closed; responses alone. */
    UNTIL_CLOSE,
    /** No body, and behind the head no more HTTP: a response of 2xx to CONNECT, or of 101. */
    TUNNEL
}
