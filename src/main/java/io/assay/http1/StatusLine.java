package io.assay.http1;

/** {@code HTTP-version SP status-code SP [ reason-phrase ] CRLF} (RFC 9112 section 4). */
final class StatusLine extends StartLine {
    /** Octets of {@code HTTP/1.1 200 } with the space. */
    private static final int PREFIX = 13;

    private static final long HTTP_1_0 = Words.of("HTTP/1.0");
    private static final long HTTP_1_1 = Words.of("HTTP/1.1");

    private final int textClass;
    private final int highestDigit;

    int status;
    int reasonStart;
    int reasonEnd;

    StatusLine(Refusal refusal, Http1Limits limits, Strictness strictness) {
        super(refusal, limits, strictness, strictness == Strictness.LAX ? limits.maxEmptyLines() : 0);
        textClass = lax ? Octets.LAX_TEXT : Octets.TEXT;
        highestDigit = lax ? '9' : '5';
    }

    @Override
    int whole(byte[] b, int base, int from, int end) {
        if (from + PREFIX + 2 > end) return from;
        long version = Words.word(b, from);
        if ((version != HTTP_1_1 && version != HTTP_1_0) || b[from + 8] != ' ' || b[from + 12] != ' ') return from;
        int hundreds = b[from + 9] - '0';
        int tens = b[from + 10] - '0';
        int units = b[from + 11] - '0';
        if (hundreds < 1 || hundreds > 5 || (tens | units) < 0 || tens > 9 || units > 9) return from;
        int reason = from + PREFIX;
        int eol = FieldScanner.endOfText(b, reason, end);
        if (eol + 2 > end || !Words.isCrlf(b, eol) || eol - from > maxLine) return from;
        minorVersion = version == HTTP_1_1 ? 1 : 0;
        status = hundreds * 100 + tens * 10 + units;
        lineStart = from - base;
        reasonStart = reason - base;
        reasonEnd = eol - base;
        state = DONE;
        return eol + 2;
    }

    @Override
    int step(byte[] b, int base, int c, int offset) {
        int i = offset - lineStart;
        if (i < 8) return version(i, c, offset);
        if (i == 8) {
            status = 0;
            return c == ' ' ? 0 : refusal.set(Http1Error.BAD_VERSION, offset);
        }
        if (i < PREFIX - 1) {
            int lowest = i == 9 ? '1' : '0';
            int highest = i == 9 ? highestDigit : '9';
            if (c < lowest || c > highest) return refusal.set(Http1Error.BAD_STATUS, offset);
            status = status * 10 + c - '0';
            return 0;
        }
        reasonEnd = offset;
        if (i == PREFIX - 1) {
            reasonStart = offset;
            if (c == ' ') {
                reasonStart = offset + 1;
                return 0;
            }
            return lax ? endOfLine(c, offset, Http1Error.BAD_STATUS) : refusal.set(Http1Error.BAD_STATUS, offset);
        }
        if (Octets.is(c, textClass)) return 0;
        return endOfLine(c, offset, Http1Error.BAD_REASON);
    }

    @Override
    Http1Error tooLong() {
        return Http1Error.STATUS_LINE_TOO_LONG;
    }
}
