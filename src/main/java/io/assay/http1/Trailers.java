package io.assay.http1;

import java.util.EnumSet;
import java.util.Set;

/** The trailer section of a chunked body (RFC 9112 section 7.1.2). */
final class Trailers {
    /**
     * What only a head may hold (RFC 9110 section 6.5.1): framing, routing, conditions and controls, authentication,
     * what a response is, and how its content is to be read.
     */
    private static final Set<HeaderName> FORBIDDEN = EnumSet.of(
            HeaderName.AGE,
            HeaderName.AUTHORIZATION,
            HeaderName.CACHE_CONTROL,
            HeaderName.CONNECTION,
            HeaderName.CONTENT_ENCODING,
            HeaderName.CONTENT_LENGTH,
            HeaderName.CONTENT_RANGE,
            HeaderName.CONTENT_TYPE,
            HeaderName.COOKIE,
            HeaderName.DATE,
            HeaderName.EXPECT,
            HeaderName.EXPIRES,
            HeaderName.HOST,
            HeaderName.IF_MATCH,
            HeaderName.IF_MODIFIED_SINCE,
            HeaderName.IF_NONE_MATCH,
            HeaderName.IF_RANGE,
            HeaderName.IF_UNMODIFIED_SINCE,
            HeaderName.KEEP_ALIVE,
            HeaderName.LOCATION,
            HeaderName.MAX_FORWARDS,
            HeaderName.PRAGMA,
            HeaderName.PROXY_AUTHENTICATE,
            HeaderName.PROXY_AUTHORIZATION,
            HeaderName.PROXY_CONNECTION,
            HeaderName.RANGE,
            HeaderName.RETRY_AFTER,
            HeaderName.SET_COOKIE,
            HeaderName.TE,
            HeaderName.TRAILER,
            HeaderName.TRANSFER_ENCODING,
            HeaderName.UPGRADE,
            HeaderName.VARY,
            HeaderName.WARNING,
            HeaderName.WWW_AUTHENTICATE);

    final Fields fields = new Fields();
    private final FieldScanner scanner;
    private final Refusal refusal;
    private final int max;

    /** Bytes of the section that are done with. */
    int parsed;

    Trailers(Refusal refusal, Http1Limits limits) {
        this.refusal = refusal;
        max = limits.maxTrailers();
        scanner = new FieldScanner(fields, refusal, limits, Strictness.STRICT);
        begin();
    }

    void begin() {
        parsed = 0;
        scanner.begin();
    }

    /**
     * Parses the section, which starts at {@code from}.
     *
     * @return its length once it is whole; 0 before; or {@link HeadParser#REFUSED}, relative to {@code from}
     */
    int run(byte[] b, int from, int to) {
        if (to - from < parsed) throw new IllegalArgumentException("fewer bytes than were given before");
        fields.buffer = b;
        fields.base = from;
        int end = to - from > max ? from + max : to;
        int at = scanner.run(b, from, from + parsed, end);
        if (at < 0) return HeadParser.REFUSED;
        parsed = at - from;
        if (scanner.done()) return check() < 0 ? HeadParser.REFUSED : parsed;
        return parsed == max ? refusal.set(Http1Error.TRAILERS_TOO_LONG, max) : 0;
    }

    private int check() {
        for (int i = 0; i < fields.count; i++) {
            HeaderName name = fields.headerName(i);
            if (name != null && FORBIDDEN.contains(name)) {
                return refusal.set(Http1Error.FORBIDDEN_TRAILER, fields.nameStart(i));
            }
        }
        return 0;
    }
}
