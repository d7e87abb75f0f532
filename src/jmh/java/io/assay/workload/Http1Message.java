package io.assay.workload;

import java.util.List;

/**
 * An HTTP/1.1 message: what a parser has to find, and the bytes in which it has to find it.
 *
 * @param method the method of a request; empty for a response
 * @param target the target of a request; empty for a response
 * @param version such as {@code HTTP/1.1}
 * @param status the status code of a response; 0 for a request
 * @param reason the reason phrase of a response; empty for a request
 * @param fields the header fields in order, names as written, values without white space around them
 * @param body the body without its chunked coding, one char a byte
 * @param trailers the trailer fields
 * @param wire all of it as it is sent, one char a byte
 */
public record Http1Message(
        String method,
        String target,
        String version,
        int status,
        String reason,
        List<HeaderField> fields,
        String body,
        List<HeaderField> trailers,
        String wire) {}
