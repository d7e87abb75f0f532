package io.assay.router;

import java.nio.charset.StandardCharsets;

/** One segment of a template; bytes are kept as ISO-8859-1 strings, one char a byte, so that they hash and compare. */
sealed interface Segment {
    /** Offset of the segment in its template, in chars. */
    int offset();

    record Literal(String bytes, int offset) implements Segment {}

    record Parameter(int offset) implements Segment {}

    record Partial(PartialPattern pattern, int offset) implements Segment {}

    record Wildcard(int offset) implements Segment {}

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
