package io.assay.http1;

/** {@code method SP request-target SP HTTP-version CRLF} (RFC 9112 section 3). */
final class RequestLine extends StartLine {
    private static final int IN_METHOD = IN_LINE;
    private static final int IN_TARGET = 3;
    private static final int IN_VERSION = 4;

    /** Octets of {@code SP HTTP/1.1 CRLF}. */
    private static final int REST = 11;

    private static final long SPACES = Words.repeat(' ');
    private static final long HTTP_1_0 = Words.of("HTTP/1.0");
    private static final long HTTP_1_1 = Words.of("HTTP/1.1");

    private final int maxMethod;
    private final int targetClass;

    RequestMethod method = RequestMethod.OTHER;
    TargetForm form = TargetForm.ORIGIN;
    int methodEnd;
    int targetStart;
    int targetEnd;

    private int versionStart;
    /** Hexadecimal digits that must follow. */
    private int digitsDue;

    RequestLine(Refusal refusal, Http1Limits limits, Strictness strictness) {
        super(refusal, limits, strictness, limits.maxEmptyLines());
        maxMethod = limits.maxMethod();
        targetClass = lax ? Octets.LAX_TARGET : Octets.TARGET;
    }

    @Override
    int whole(byte[] b, int base, int from, int end) {
        if (from + REST + 2 > end) return from;
        long word = Words.word(b, from);
        int length = Words.first(Words.equal(word, SPACES));
        if (length == 8 || length > maxMethod) return from;
        RequestMethod known = MethodNames.find(word, length);
        int target = from + length + 1;
        // Other methods, and targets that are not a path, are rare: they go octet by octet.
        if (known == RequestMethod.OTHER || known == RequestMethod.CONNECT || b[target] != '/') return from;
        int space = RequestTarget.endOfOrigin(b, target + 1, end);
        if (space + REST > end || b[space] != ' ' || space + REST - 2 - from > maxLine) return from;
        long version = Words.word(b, space + 1);
        if ((version != HTTP_1_1 && version != HTTP_1_0) || !Words.isCrlf(b, space + 9)) return from;
        minorVersion = version == HTTP_1_1 ? 1 : 0;
        method = known;
        form = TargetForm.ORIGIN;
        lineStart = from - base;
        methodEnd = target - 1 - base;
        targetStart = target - base;
        targetEnd = space - base;
        state = DONE;
        return space + REST;
    }

    @Override
    int step(byte[] b, int base, int c, int offset) {
        return switch (state) {
            case IN_METHOD -> inMethod(b, base, c, offset);
            case IN_TARGET -> inTarget(b, base, c, offset);
            default ->
                offset - versionStart < 8
                        ? version(offset - versionStart, c, offset)
                        : endOfLine(c, offset, Http1Error.BAD_VERSION);
        };
    }

    private int inMethod(byte[] b, int base, int c, int offset) {
        int length = offset - lineStart;
        if (c == ' ' && length > 0) {
            methodEnd = offset;
            long word = Words.wordOrZeros(b, base + lineStart);
            method = length < 8 ? MethodNames.find(word, length) : RequestMethod.OTHER;
            targetStart = offset + 1;
            digitsDue = 0;
            state = IN_TARGET;
            return 0;
        }
        if (!Octets.is(c, Octets.TOKEN)) return refusal.set(Http1Error.BAD_METHOD, offset);
        return length < maxMethod ? 0 : refusal.set(Http1Error.METHOD_TOO_LONG, offset);
    }

    private int inTarget(byte[] b, int base, int c, int offset) {
        if (c == ' ') {
            if (digitsDue > 0) return refusal.set(Http1Error.BAD_TARGET, offset);
            return endOfTarget(b, base, offset);
        }
        if (c == '\r' || c == '\n') return refusal.set(Http1Error.BAD_VERSION, offset);
        boolean allowed = Octets.is(c, targetClass);
        // Only the address of a host, in the forms that hold one, may be in brackets.
        if (c == '[' || c == ']') allowed = lax || b[base + targetStart] != '/';
        if (digitsDue > 0) {
            digitsDue--;
            allowed = Octets.is(c, Octets.HEX);
        } else if (c == '%' && !lax) {
            digitsDue = 2;
        }
        return allowed ? 0 : refusal.set(Http1Error.BAD_TARGET, offset);
    }

    private int endOfTarget(byte[] b, int base, int offset) {
        int from = base + targetStart;
        int to = base + offset;
        int wrong = -1;
        if (from == to) {
            wrong = from;
        } else if (method == RequestMethod.CONNECT) {
            form = TargetForm.AUTHORITY;
            wrong = Authority.check(b, from, to, Authority.HOST | Authority.PORT);
        } else if (b[from] == '/') {
            form = TargetForm.ORIGIN;
        } else if (method == RequestMethod.OPTIONS && b[from] == '*' && to - from == 1) {
            form = TargetForm.ASTERISK;
        } else {
            form = TargetForm.ABSOLUTE;
            wrong = RequestTarget.checkAbsolute(b, from, to, lax);
        }
        if (wrong >= 0) return refusal.set(Http1Error.BAD_TARGET, wrong - base);
        targetEnd = offset;
        versionStart = offset + 1;
        state = IN_VERSION;
        return 0;
    }

    @Override
    Http1Error tooLong() {
        return Http1Error.REQUEST_LINE_TOO_LONG;
    }
}
