package io.assay.http1;

import static io.assay.http1.Fields.LENGTH_AND_ID;
import static io.assay.http1.Fields.NAME;
import static io.assay.http1.Fields.STRIDE;
import static io.assay.http1.Fields.VALUE;
import static io.assay.http1.Fields.VALUE_END;

/**
 * Field lines up to and with the empty line (RFC 9112 section 5).
 *
 * <p>{@link #step} defines what is right: an automaton that takes one octet after the other and can stop between any
 * two. {@link #lines} by words and {@link VectorLines} by vectors take whole lines, and only such as are complete, right
 * and within the limits; they leave every other line, from its start, to the automaton. So errors are found by the
 * automaton alone, and what is fast cannot change which they are. Each line is looked at by either at most once, however
 * the input is split: a line that the automaton has begun stays with it.
 */
final class FieldScanner {
    /** States. */
    private static final int LINE = 0;

    private static final int IN_NAME = 1;
    private static final int BEFORE_VALUE = 2;
    private static final int IN_VALUE = 3;
    private static final int LINE_END = 4;
    private static final int LAST_END = 5;
    private static final int DONE = 6;

    private static final long COLONS = Words.repeat(':');

    private final Fields fields;
    private final Refusal refusal;
    private final int maxFields;
    private final int maxLine;
    private final int textClass;
    private final boolean lax;
    private final VectorLines vectors;

    private int state;
    private int lineStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;

    /** Octets looked at since {@link #begin}; counted only where assertions are on. */
    int steps;

    FieldScanner(Fields fields, Refusal refusal, Http1Limits limits, Strictness strictness) {
        this.fields = fields;
        this.refusal = refusal;
        maxFields = limits.maxFields();
        maxLine = limits.maxFieldLine();
        lax = strictness == Strictness.LAX;
        vectors = new VectorLines(fields, limits);
        textClass = lax ? Octets.LAX_TEXT : Octets.TEXT;
    }

    void begin() {
        state = LINE;
        fields.clear();
        assert steps(-steps);
    }

    boolean done() {
        return state == DONE;
    }

    /**
     * Goes on at {@code from}.
     *
     * @param base where the section starts that ranges are relative to
     * @return where it stopped: behind the section if {@link #done()}, else at {@code end}; or {@link
     *     HeadParser#REFUSED}
     */
    int run(byte[] b, int base, int from, int end) {
        int at = from;
        while (at < end && state != DONE) {
            if (state == LINE)
                at = Vectors.ENABLED && vectors.fit(at) ? vectorLines(b, base, at, end) : lines(b, base, at, end);
            if (at < end && state != DONE) at = step(b, base, at, end);
            if (at < 0) break;
        }
        return at;
    }

    private int vectorLines(byte[] b, int base, int from, int end) {
        int at = vectors.take(b, base, from, end);
        assert steps(at - from);
        if (at + 2 <= end && Words.isCrlf(b, at)) {
            state = DONE;
            assert steps(2);
            return at + 2;
        }
        return at > b.length - VectorLines.REACH ? lines(b, base, at, end) : at;
    }

    private int lines(byte[] b, int base, int from, int end) {
        int[] ranges = fields.ranges;
        int count = fields.count;
        int at = from;
        // What lies between end and the array's end may be read, but never decides:
        // whatever was found before a line's end is before end once that is.
        while (at + 2 <= end) {
            if (Words.isCrlf(b, at)) {
                state = DONE;
                at += 2;
                break;
            }
            long first = Words.wordOrZeros(b, at);
            int colon = at;
            long found = Words.equal(first, COLONS);
            int id;
            if (found != 0) {
                int length = Words.first(found);
                colon += length;
                id = HeaderNames.id(b, at, length, Words.lowest(first, length));
            } else {
                colon = longName(b, at, end);
                if (colon < 0) break;
                id = HeaderNames.id(b, at, colon - at, first);
            }
            if (colon + 3 > end || count == maxFields) break;
            if (id == 0 && !isToken(b, at, colon)) break;
            int start = colon + 1;
            if (b[start] == ' ') start++;
            if (Octets.isBlank(b[start])) start = skipBlanks(b, start, end);
            int eol = endOfText(b, start, end);
            if (eol + 2 > end || !Words.isCrlf(b, eol) || eol - at > maxLine) break;
            int stop = eol;
            if (stop > start && Octets.isBlank(b[stop - 1])) stop = trimBlanks(b, start, stop);
            int slot = count * STRIDE;
            if (slot == ranges.length) ranges = fields.grow(maxFields);
            ranges[slot + NAME] = at - base;
            ranges[slot + LENGTH_AND_ID] = ((colon - at) << 8) | id;
            ranges[slot + VALUE] = start - base;
            ranges[slot + VALUE_END] = stop - base;
            count++;
            at = eol + 2;
        }
        fields.written = count;
        fields.index();
        assert steps(at - from);
        return at;
    }

    /** Where the colon is of a name of eight octets or more, or -1. */
    private static int longName(byte[] b, int at, int end) {
        for (int i = at + 8; i < end; i += 8) {
            long found = Words.equal(Words.wordOrZeros(b, i), COLONS);
            if (found != 0) return i + Words.first(found);
        }
        return -1;
    }

    static boolean isToken(byte[] b, int from, int to) {
        int all = Octets.TOKEN;
        for (int i = from; i < to; i++) all &= Octets.CLASSES[b[i] & 0xFF];
        return all != 0 && from < to;
    }

    /** The first octet that no text may hold, or some index from {@code end} on. */
    static int endOfText(byte[] b, int from, int end) {
        int at = from;
        int pairs = Math.min(end, b.length) - 16;
        while (true) {
            while (at <= pairs) {
                long low = Words.controls(Words.word(b, at));
                long high = Words.controls(Words.word(b, at + 8));
                if ((low | high) != 0) {
                    at += low != 0 ? Words.first(low) : 8 + Words.first(high);
                    if (isText(b[at])) break;
                    return at;
                }
                at += 16;
            }
            if (at >= end) return at;
            long flags = Words.controls(Words.wordOrZeros(b, at));
            if (flags == 0) {
                at += 8;
                continue;
            }
            at += Words.first(flags);
            if (at >= end || !isText(b[at])) return at;
            at++;
        }
    }

    private static boolean isText(int octet) {
        return Octets.is(octet, Octets.TEXT);
    }

    /** The first octet before {@code end - 1} that is not white space, or that. */
    static int skipBlanks(byte[] b, int from, int end) {
        int at = from;
        while (at < end - 1 && Octets.isBlank(b[at])) at++;
        return at;
    }

    static int trimBlanks(byte[] b, int from, int to) {
        int at = to;
        while (at > from && Octets.isBlank(b[at - 1])) at--;
        return at;
    }

    /** The rest of one line, octet by octet. */
    private int step(byte[] b, int base, int from, int end) {
        for (int at = from; at < end; at++) {
            int c = b[at];
            int offset = at - base;
            assert steps(1);
            if (state == LINE) {
                lineStart = offset;
                if (c == '\r') {
                    state = LAST_END;
                    continue;
                }
                if (c == '\n') return bareLf(at, offset, DONE);
                if (Octets.isBlank(c)) return refusal.set(blankFirst(), offset);
                if (fields.count == maxFields) return refusal.set(Http1Error.TOO_MANY_FIELDS, offset);
                state = IN_NAME;
            }
            if (state <= IN_VALUE && offset - lineStart >= maxLine && c != '\r' && c != '\n') {
                return refusal.set(Http1Error.FIELD_TOO_LONG, offset);
            }
            switch (state) {
                case IN_NAME -> {
                    if (c == ':' && offset > lineStart) {
                        nameEnd = offset;
                        state = BEFORE_VALUE;
                    } else if (!Octets.is(c, Octets.TOKEN)) {
                        return refusal.set(notInName(c), offset);
                    }
                }
                case BEFORE_VALUE, IN_VALUE -> {
                    if (state == BEFORE_VALUE) {
                        if (Octets.isBlank(c)) continue;
                        valueStart = offset;
                        valueEnd = offset;
                        state = IN_VALUE;
                    }
                    if (c == '\r') {
                        state = LINE_END;
                    } else if (c == '\n') {
                        return bareLf(at, offset, LINE);
                    } else if (!Octets.is(c, textClass)) {
                        return refusal.set(Http1Error.CONTROL_IN_VALUE, offset);
                    } else if (!Octets.isBlank(c)) {
                        valueEnd = offset + 1;
                    }
                }
                default -> {
                    if (c != '\n') return refusal.set(Http1Error.BARE_CR, offset - 1);
                    if (state == LAST_END) {
                        state = DONE;
                    } else {
                        add(b, base);
                    }
                    return at + 1;
                }
            }
        }
        return end;
    }

    private int bareLf(int at, int offset, int next) {
        if (!lax) return refusal.set(Http1Error.BARE_LF, offset);
        if (next == DONE) {
            state = DONE;
        } else {
            add(fields.buffer, fields.base);
        }
        return at + 1;
    }

    private Http1Error blankFirst() {
        return fields.count == 0 ? Http1Error.SPACE_BEFORE_FIRST_FIELD : Http1Error.OBS_FOLD;
    }

    private static Http1Error notInName(int c) {
        if (Octets.isBlank(c)) return Http1Error.SPACE_IN_NAME;
        return c == '\r' || c == '\n' ? Http1Error.MISSING_COLON : Http1Error.BAD_NAME;
    }

    private void add(byte[] b, int base) {
        int length = nameEnd - lineStart;
        int at = base + lineStart;
        int id = HeaderNames.id(b, at, length);
        fields.add(lineStart, (length << 8) | id, valueStart, valueEnd, maxFields);
        state = LINE;
    }

    private boolean steps(int octets) {
        steps += octets;
        return true;
    }
}
