package io.assay.http1;

/**
 * What lies between the data of chunks: the CRLF behind one, and the size and extensions of the next (RFC 9112 section
 * 7.1), octet by octet. No mode tolerates anything here.
 */
final class ChunkLine {
    private static final int DATA_CR = 0;
    private static final int DATA_LF = 1;
    private static final int SIZE = 2;
    /** From here on octets are of extensions. */
    private static final int BEFORE_SEMICOLON = 3;

    private static final int BEFORE_NAME = 4;
    private static final int NAME = 5;
    private static final int AFTER_NAME = 6;
    private static final int BEFORE_VALUE = 7;
    private static final int VALUE = 8;
    private static final int QUOTED = 9;
    private static final int ESCAPED = 10;
    private static final int AFTER_QUOTED = 11;
    private static final int LINE_LF = 12;
    private static final int WHOLE = 13;

    private static final int MOST_DIGITS = 16;

    private final Refusal refusal;
    private final int maxLine;
    private final int maxExtensions;

    private int state;
    private int digits;
    private int line;
    private int extensions;

    /** Bytes of data that follow; 0 in the last chunk. */
    long size;

    ChunkLine(Refusal refusal, Http1Limits limits) {
        this.refusal = refusal;
        maxLine = limits.maxChunkLine();
        maxExtensions = limits.maxChunkExtensions();
    }

    void beginBody() {
        extensions = 0;
        begin(SIZE);
    }

    void beginBehindData() {
        begin(DATA_CR);
    }

    private void begin(int first) {
        state = first;
        size = 0;
        digits = 0;
        line = 0;
    }

    boolean whole() {
        return state == WHOLE;
    }

    /** Bytes done with: all, unless the line became whole; or {@link HeadParser#REFUSED}, relative to {@code from}. */
    int run(byte[] b, int from, int to) {
        for (int at = from; at < to; at++) {
            if (step(b[at], at - from) < 0) return HeadParser.REFUSED;
            if (state == WHOLE) return at + 1 - from;
        }
        return to - from;
    }

    private int step(int c, int offset) {
        if (state >= SIZE && state < LINE_LF && c != '\r' && c != '\n') {
            if (state > SIZE || c == ';' || Octets.isBlank(c)) extensions++;
            if (line++ == maxLine || extensions > maxExtensions) {
                return refusal.set(Http1Error.CHUNK_EXTENSION_TOO_LONG, offset);
            }
        }
        switch (state) {
            case DATA_CR, DATA_LF -> {
                if (c != (state == DATA_CR ? '\r' : '\n')) return refusal.set(Http1Error.BAD_CHUNK_END, offset);
                state = state == DATA_CR ? DATA_LF : SIZE;
            }
            case SIZE -> {
                return size(c, offset);
            }
            case LINE_LF -> {
                if (c != '\n') return refusal.set(Http1Error.BARE_CR, offset - 1);
                state = WHOLE;
            }
            default -> {
                if (c == '\n') return refusal.set(Http1Error.BARE_LF, offset);
                state = inExtension(c);
                if (state < 0) return refusal.set(Http1Error.BAD_CHUNK_EXTENSION, offset);
            }
        }
        return 0;
    }

    private int size(int c, int offset) {
        if (Octets.is(c, Octets.HEX)) {
            if (++digits > MOST_DIGITS || size > Long.MAX_VALUE >> 4) {
                return refusal.set(Http1Error.CHUNK_SIZE_TOO_LARGE, offset);
            }
            size = (size << 4) | Character.digit(c, 16);
            return 0;
        }
        if (c == '\n') return refusal.set(Http1Error.BARE_LF, offset);
        int next = digits == 0 ? -1 : behind(c);
        if (next < 0) return refusal.set(Http1Error.BAD_CHUNK_SIZE, offset);
        state = next;
        return 0;
    }

    /** {@code *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )}: the next state, or -1. */
    private int inExtension(int c) {
        boolean blank = Octets.isBlank(c);
        boolean token = Octets.is(c, Octets.TOKEN);
        boolean text = Octets.is(c, Octets.TEXT);
        return switch (state) {
            case BEFORE_SEMICOLON -> blank ? BEFORE_SEMICOLON : c == ';' ? BEFORE_NAME : -1;
            case BEFORE_NAME -> blank ? BEFORE_NAME : token ? NAME : -1;
            case NAME -> token ? NAME : c == '=' ? BEFORE_VALUE : blank ? AFTER_NAME : behind(c);
            case AFTER_NAME -> blank ? AFTER_NAME : c == '=' ? BEFORE_VALUE : c == ';' ? BEFORE_NAME : -1;
            case BEFORE_VALUE -> blank ? BEFORE_VALUE : token ? VALUE : c == '"' ? QUOTED : -1;
            case VALUE -> token ? VALUE : behind(c);
            case QUOTED -> c == '"' ? AFTER_QUOTED : c == '\\' ? ESCAPED : text ? QUOTED : -1;
            case ESCAPED -> text ? QUOTED : -1;
            default -> behind(c);
        };
    }

    /** What may follow a size, a name or a value. White space may, but only with an extension behind it. */
    private static int behind(int c) {
        if (c == '\r') return LINE_LF;
        if (c == ';') return BEFORE_NAME;
        return Octets.isBlank(c) ? BEFORE_SEMICOLON : -1;
    }
}
