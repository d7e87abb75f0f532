package io.assay.json;

/** Reads strings out of a {@link JsonInput}'s bytes; the opening quote is at its position. */
final class StringReader {
    private final JsonInput in;
    private final Latin1Reader latin1;
    private char[] chars = new char[256];

    StringReader(JsonInput in) {
        this.in = in;
        latin1 = new Latin1Reader(in);
    }

    String read() throws JsonException {
        int from = in.position + 1;
        int p = plainEnd(from);
        byte[] b = in.bytes;
        if (p < in.end && b[p] == '"') {
            in.position = p + 1;
            return Latin1Reader.string(b, from, p - from);
        }
        return decoded(from, p);
    }

    /** Apart from what is common, so that this is small enough to be compiled into converters. */
    private String decoded(int from, int plainEnd) throws JsonException {
        byte[] b = in.bytes;
        int p = latin1.decode(from, plainEnd);
        int length = latin1.length;
        if (p < in.end && b[p] == '"') {
            in.position = p + 1;
            return Latin1Reader.string(latin1.bytes, 0, length);
        }
        char[] to = room(0, length);
        for (int i = 0; i < length; i++) to[i] = (char) (latin1.bytes[i] & 0xFF);
        length = decode(length, p);
        return new String(chars, 0, length);
    }

    void skip() throws JsonException {
        int from = in.position + 1;
        int p = plainEnd(from);
        if (p < in.end && in.bytes[p] == '"') {
            in.position = p + 1;
        } else {
            decode(0, p);
        }
    }

    /** The end of a name that is its own bytes; negative where it has to be decoded. */
    int nameEnd(int from) {
        int p = plainEnd(from);
        return p < in.end && in.bytes[p] == '"' ? p : -1;
    }

    /** Index of the first byte that is not itself, or of the document's end. */
    private int plainEnd(int from) {
        byte[] b = in.bytes;
        int end = in.end;
        int p = from;
        // Sixteen at a step, and no branch on which half it was: most strings end in their first step, whatever their
        // length.
        while (p <= end - 16) {
            int clean = Words.plain(b, p);
            if (clean < 16) return p + clean;
            p += 16;
        }
        return lastEnd(p);
    }

    /** The same of the document's last bytes, fewer than sixteen. */
    private int lastEnd(int from) {
        byte[] b = in.bytes;
        int end = in.end;
        int p = from;
        if (p <= end - 8) {
            int clean = Words.first(Words.special(Words.get(b, p)));
            p += clean;
            if (clean < 8) return p;
        }
        if (p >= end) return end;
        if (end < 8) return shortEnd(p);
        // The last eight bytes of the document without those before p; the zeros that come in above are marked.
        int left = end - p;
        long marks = Words.special(Words.get(b, end - 8) >>> ((8 - left) << 3));
        return p + Words.first(marks);
    }

    /** The array may begin less than eight bytes before the document's end. */
    private int shortEnd(int from) {
        byte[] b = in.bytes;
        int p = from;
        while (p < in.end && b[p] >= ' ' && b[p] != '"' && b[p] != '\\') p++;
        return p;
    }

    /**
     * Decodes to chars, and leaves the position behind the closing quote.
     *
     * @param decoded chars that are there already
     * @return the number of chars
     */
    private int decode(int decoded, int at) throws JsonException {
        byte[] b = in.bytes;
        int end = in.end;
        int n = decoded;
        char[] to = chars;
        int p = at;
        while (p < end) {
            int c = b[p];
            if (n + 2 > to.length) to = room(n, n + 2);
            if (c >= ' ') {
                if (c == '"') {
                    in.position = p + 1;
                    return n;
                }
                if (c != '\\') {
                    if (p > end - 8) {
                        to[n++] = (char) c;
                        p++;
                        continue;
                    }
                    if (n + 10 > to.length) to = room(n, n + 10);
                    long word = Words.get(b, p);
                    long marks = Words.special(word);
                    int plain = marks == 0 ? 8 : Words.first(marks);
                    // All eight, as far as they go; what is too much is written over.
                    for (int i = 0; i < 8; i++) to[n + i] = (char) ((word >>> (i << 3)) & 0xFF);
                    n += plain;
                    p += plain;
                } else if (p + 1 < end && b[p + 1] != 'u') {
                    byte escape = b[p + 1];
                    char plain = escape < 0 ? 0 : (char) Escapes.PLAIN[escape];
                    if (plain == 0) throw in.error(JsonError.BAD_ESCAPE, p + 1);
                    to[n++] = plain;
                    p += 2;
                } else {
                    int unit = hexadecimal(p);
                    p += 6;
                    if (Character.isSurrogate((char) unit)) {
                        to[n++] = (char) unit;
                        unit = lowHalf(unit, p);
                        p += 6;
                    }
                    to[n++] = (char) unit;
                }
            } else if (c >= 0) {
                throw in.error(JsonError.CONTROL_CHARACTER, p);
            } else if (c < (byte) 0xE0) {
                to[n++] = (char) two(c, p);
                p += 2;
            } else if (c < (byte) 0xF0) {
                to[n++] = (char) three(c, p);
                p += 3;
            } else {
                int point = four(c, p);
                to[n++] = Character.highSurrogate(point);
                to[n++] = Character.lowSurrogate(point);
                p += 4;
            }
        }
        throw in.error(JsonError.UNEXPECTED_END, end);
    }

    private char[] room(int used, int wanted) {
        if (wanted + 2 > chars.length) {
            char[] larger = new char[Math.max(wanted + 2, 2 * chars.length)];
            System.arraycopy(chars, 0, larger, 0, used);
            chars = larger;
        }
        return chars;
    }

    private int lowHalf(int high, int at) throws JsonException {
        boolean pair = high < 0xDC00;
        for (int i = 0; pair && i < 2; i++) {
            if (at + i >= in.end) throw in.error(JsonError.UNEXPECTED_END, in.end);
            pair = in.bytes[at + i] == (i == 0 ? '\\' : 'u');
        }
        int low = pair ? hexadecimal(at) : 0;
        if (low < 0xDC00 || low > 0xDFFF) throw in.error(JsonError.LONE_SURROGATE, at - 6);
        return low;
    }

    /** The four digits of an escape whose backslash is at {@code at}. */
    private int hexadecimal(int at) throws JsonException {
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            if (i >= in.end) throw in.error(JsonError.UNEXPECTED_END, in.end);
            int digit = digit(in.bytes[i]);
            if (digit < 0) throw in.error(JsonError.BAD_ESCAPE, i);
            value = value << 4 | digit;
        }
        return value;
    }

    private static int digit(byte b) {
        if (b >= '0' && b <= '9') return b - '0';
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private int two(int c, int p) throws JsonException {
        // C0 and C1 would write ASCII in two bytes; what is below them continues, and nothing was begun.
        if (c < (byte) 0xC2 || !continues(p + 1)) throw badUtf8(p, 1);
        return (c & 0x1F) << 6 | (in.bytes[p + 1] & 0x3F);
    }

    private int three(int c, int p) throws JsonException {
        if (!continues(p + 1) || !continues(p + 2)) throw badUtf8(p, 2);
        int unit = (c & 0xF) << 12 | (in.bytes[p + 1] & 0x3F) << 6 | (in.bytes[p + 2] & 0x3F);
        // Shorter forms must be used, and surrogates are no characters (RFC 3629 section 3).
        if (unit < 0x800 || Character.isSurrogate((char) unit)) throw in.error(JsonError.BAD_UTF8, p);
        return unit;
    }

    private int four(int c, int p) throws JsonException {
        if (c > (byte) 0xF4 || !continues(p + 1) || !continues(p + 2) || !continues(p + 3)) throw badUtf8(p, 3);
        byte[] b = in.bytes;
        int point = (c & 7) << 18 | (b[p + 1] & 0x3F) << 12 | (b[p + 2] & 0x3F) << 6 | (b[p + 3] & 0x3F);
        if (point < 0x10000 || point > 0x10FFFF) throw in.error(JsonError.BAD_UTF8, p);
        return point;
    }

    private boolean continues(int at) {
        return at < in.end && (in.bytes[at] & 0xC0) == 0x80;
    }

    /** Cut off by the document's end; or wrong, be it that nothing which could follow would make it right. */
    private JsonException badUtf8(int at, int more) {
        int lead = in.bytes[at] & 0xFF;
        boolean possible = lead >= 0xC2 && lead <= 0xF4;
        for (int i = at + 1; possible && i <= at + more; i++) {
            if (i == in.end) return in.error(JsonError.UNEXPECTED_END, i);
            possible = continues(i) && (i > at + 1 || mayBeSecond(lead, in.bytes[i] & 0xFF));
        }
        return in.error(JsonError.BAD_UTF8, at);
    }

    /** RFC 3629 section 4: no shorter form, no surrogate, nothing above U+10FFFF. */
    private static boolean mayBeSecond(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
