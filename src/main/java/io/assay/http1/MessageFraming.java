package io.assay.http1;

/** What Content-Length and Transfer-Encoding say (RFC 9112 sections 6.1 to 6.3). No mode tolerates anything here. */
final class MessageFraming {
    private static final long LENGTH = 1L << HeaderName.CONTENT_LENGTH.id();
    private static final long CODING = 1L << HeaderName.TRANSFER_ENCODING.id();

    boolean chunked;
    /** The number in Content-Length, or -1. */
    long contentLength = -1;

    void clear() {
        chunked = false;
        contentLength = -1;
    }

    /** Negative if the fields were refused. */
    int read(Fields fields, int minorVersion, Refusal refusal) {
        long present = fields.seen & (LENGTH | CODING);
        if (present == 0) return 0;
        if (present == LENGTH) return readLength(fields, refusal);
        int coding = fields.indexOf(HeaderName.TRANSFER_ENCODING);
        if (present != CODING) {
            int later = Math.max(coding, fields.indexOf(HeaderName.CONTENT_LENGTH));
            return refusal.set(Http1Error.LENGTH_AND_TRANSFER_ENCODING, fields.nameStart(later));
        }
        if (minorVersion == 0) {
            return refusal.set(Http1Error.TRANSFER_ENCODING_IN_HTTP_1_0, fields.nameStart(coding));
        }
        return readCodings(fields, coding, refusal);
    }

    private int readLength(Fields fields, Refusal refusal) {
        int field = fields.indexOf(HeaderName.CONTENT_LENGTH);
        int second = fields.indexOf(HeaderName.CONTENT_LENGTH, field + 1);
        if (second >= 0) return refusal.set(Http1Error.DUPLICATE_CONTENT_LENGTH, fields.nameStart(second));
        int from = fields.valueStart(field);
        int to = fields.valueEnd(field);
        long length = 0;
        for (int i = from; i < to; i++) {
            int digit = fields.buffer[fields.base + i] - '0';
            boolean fits = length < Long.MAX_VALUE / 10 || (length == Long.MAX_VALUE / 10 && digit <= 7);
            if (digit < 0 || digit > 9 || !fits) return refusal.set(Http1Error.BAD_CONTENT_LENGTH, i);
            length = length * 10 + digit;
        }
        if (from == to) return refusal.set(Http1Error.BAD_CONTENT_LENGTH, from);
        contentLength = length;
        return 0;
    }

    /** The codings of all lines are one list (RFC 9110 section 5.3); the last must be the only {@code chunked}. */
    private int readCodings(Fields fields, int first, Refusal refusal) {
        for (int i = first; i >= 0; i = fields.indexOf(HeaderName.TRANSFER_ENCODING, i + 1)) {
            int to = fields.valueEnd(i);
            for (int at = fields.valueStart(i); at <= to; at = ListElements.next(fields, at, to)) {
                int from = ListElements.start(fields, at, to);
                int end = ListElements.end(fields, from, to);
                if (chunked || !ListElements.isToken(fields, from, end)) {
                    return refusal.set(Http1Error.BAD_TRANSFER_ENCODING, from);
                }
                chunked = ListElements.is(fields, from, end, "chunked");
                if (!chunked && !isCompression(fields, from, end)) {
                    return refusal.set(Http1Error.UNKNOWN_TRANSFER_CODING, from);
                }
            }
        }
        return chunked ? 0 : refusal.set(Http1Error.BAD_TRANSFER_ENCODING, fields.valueStart(first));
    }

    private static boolean isCompression(Fields fields, int from, int end) {
        return ListElements.is(fields, from, end, "gzip")
                || ListElements.is(fields, from, end, "deflate")
                || ListElements.is(fields, from, end, "compress")
                || ListElements.is(fields, from, end, "x-gzip")
                || ListElements.is(fields, from, end, "x-compress");
    }
}
