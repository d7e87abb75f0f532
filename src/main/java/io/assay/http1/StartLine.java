package io.assay.http1;

/**
 * The empty lines before a start line (RFC 9112 section 2.2) and the start line itself. As in {@link FieldScanner} an
 * automaton defines what is right, and a fast path takes lines that are whole and right.
 */
abstract class StartLine {
    static final int BEFORE = 0;
    static final int EMPTY_END = 1;
    /** The first state of the line itself; between this and {@link #LINE_END} the limit counts. */
    static final int IN_LINE = 2;

    static final int LINE_END = 8;
    static final int DONE = 9;

    final Refusal refusal;
    final boolean lax;
    final int maxLine;
    private final int maxEmptyLines;

    int state;
    int lineStart;
    int minorVersion;
    private int emptyLines;

    /** Octets looked at since {@link #begin}; counted only where assertions are on. */
    int steps;

    StartLine(Refusal refusal, Http1Limits limits, Strictness strictness, int maxEmptyLines) {
        this.refusal = refusal;
        this.maxEmptyLines = maxEmptyLines;
        maxLine = limits.maxStartLine();
        lax = strictness == Strictness.LAX;
    }

    final void begin() {
        state = BEFORE;
        emptyLines = 0;
        assert steps(-steps);
    }

    final boolean done() {
        return state == DONE;
    }

    /** Goes on at {@code from}; as {@link FieldScanner#run}. */
    final int run(byte[] b, int base, int from, int end) {
        if (state == BEFORE) {
            int at = whole(b, base, from, end);
            assert steps(at - from);
            if (at > from) return at;
        }
        return octets(b, base, from, end);
    }

    private int octets(byte[] b, int base, int from, int end) {
        for (int at = from; at < end; at++) {
            int c = b[at];
            int offset = at - base;
            assert steps(1);
            if (state <= EMPTY_END) {
                if (state == EMPTY_END) {
                    if (c != '\n') return refusal.set(Http1Error.BARE_CR, offset - 1);
                    state = BEFORE;
                    continue;
                }
                if (c == '\r' || c == '\n') {
                    if (emptyLines == maxEmptyLines) return refusal.set(Http1Error.TOO_MANY_EMPTY_LINES, offset);
                    if (c == '\n' && !lax) return refusal.set(Http1Error.BARE_LF, offset);
                    emptyLines++;
                    if (c == '\r') state = EMPTY_END;
                    continue;
                }
                lineStart = offset;
                state = IN_LINE;
            }
            if (state == LINE_END) {
                if (c != '\n') return refusal.set(Http1Error.BARE_CR, offset - 1);
                state = DONE;
            } else if (offset - lineStart >= maxLine && c != '\r' && c != '\n') {
                return refusal.set(tooLong(), offset);
            } else if (step(b, base, c, offset) < 0) {
                return HeadParser.REFUSED;
            }
            if (state == DONE) return at + 1;
        }
        return end;
    }

    /** What every start line does at the octet behind its last part, which nothing else may be but its end. */
    final int endOfLine(int c, int offset, Http1Error otherwise) {
        if (c == '\r') {
            state = LINE_END;
        } else if (c == '\n' && lax) {
            state = DONE;
        } else {
            return refusal.set(c == '\n' ? Http1Error.BARE_LF : otherwise, offset);
        }
        return 0;
    }

    /** The octet {@code i} of {@code HTTP/1.d} (RFC 9112 section 2.3); {@code i} is 0 to 7. */
    final int version(int i, int c, int offset) {
        if (i == 5 && Octets.isDigit(c) && c != '1') return refusal.set(Http1Error.VERSION_NOT_SUPPORTED, offset);
        if (i < 7 ? c != "HTTP/1.".charAt(i) : !Octets.isDigit(c)) {
            return refusal.set(Http1Error.BAD_VERSION, offset);
        }
        minorVersion = c - '0';
        return 0;
    }

    /** Takes the line at {@code from} if it is whole and right; returns where the next starts, or {@code from}. */
    abstract int whole(byte[] b, int base, int from, int end);

    /** Takes one octet of the line; negative if it was refused. */
    abstract int step(byte[] b, int base, int c, int offset);

    abstract Http1Error tooLong();

    private boolean steps(int octets) {
        steps += octets;
        return true;
    }
}
