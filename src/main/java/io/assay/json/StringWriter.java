package io.assay.json;

/** Writes strings into a {@link JsonOutput}'s bytes. */
final class StringWriter {
    private static final int CHUNK = 512;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    /** What follows the backslash for each ASCII character: 0 for none, u for hexadecimal digits. */
    private static final byte[] ESCAPES = new byte[128];

    static {
        for (int c = 0; c < ' '; c++) ESCAPES[c] = 'u';
        ESCAPES['\b'] = 'b';
        ESCAPES['\t'] = 't';
        ESCAPES['\n'] = 'n';
        ESCAPES['\f'] = 'f';
        ESCAPES['\r'] = 'r';
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
    }

    private final JsonOutput out;
    private final char[] chars = new char[CHUNK];

    StringWriter(JsonOutput out) {
        this.out = out;
    }

    void write(String s) throws JsonException {
        if (StringBytes.AVAILABLE && StringBytes.isLatin1(s)) {
            latin1(StringBytes.of(s));
        } else {
            utf16(s);
        }
    }

    private void latin1(byte[] v) throws JsonException {
        int n = v.length;
        out.reserve(Math.max(n, n + 2));
        byte[] b = out.bytes;
        int p = out.position;
        b[p++] = '"';
        if (n < 8) {
            long word = Words.head(v, n);
            // The bytes above the string are no controls.
            long marks = Words.special(word) & (1L << (n << 3)) - 1;
            if (marks == 0) {
                Words.set(b, p, word);
                b[p + n] = '"';
                out.position = p + n + 1;
                return;
            }
            escaped(v, 0, p);
            return;
        }
        int i = 0;
        int last = n - 8;
        while (i < last) {
            long word = Words.get(v, i);
            if (Words.special(word) != 0) {
                escaped(v, i, p + i);
                return;
            }
            Words.set(b, p + i, word);
            i += 8;
        }
        // The last eight, some of which were looked at before.
        long word = Words.get(v, last);
        if (Words.special(word) != 0) {
            escaped(v, i, p + i);
            return;
        }
        Words.set(b, p + last, word);
        b[p + n] = '"';
        out.position = p + n + 1;
    }

    /** Goes on at {@code v[from]}, where one of the next eight is special. */
    private void escaped(byte[] v, int from, int at) throws JsonException {
        int i = from;
        out.position = at;
        while (i < v.length) {
            // Six bytes at most for each of the next eight.
            out.reserve(v.length - i + 48);
            byte[] b = out.bytes;
            int p = out.position;
            int end = Math.min(i + 8, v.length);
            while (i < end) p = one(b, p, v[i++] & 0xFF);
            while (i + 8 <= v.length) {
                long word = Words.get(v, i);
                long marks = Words.special(word);
                Words.set(b, p, word);
                if (marks != 0) {
                    int clean = Words.first(marks);
                    i += clean;
                    p += clean;
                    break;
                }
                i += 8;
                p += 8;
            }
            out.position = p;
        }
        out.bytes[out.position++] = '"';
    }

    /** A character below 0x100. */
    private static int one(byte[] b, int p, int c) {
        if (c >= 0x80) {
            b[p] = (byte) (0xC0 | (c >> 6));
            b[p + 1] = (byte) (0x80 | (c & 0x3F));
            return p + 2;
        }
        return ascii(b, p, c);
    }

    private static int ascii(byte[] b, int p, int c) {
        byte escape = ESCAPES[c];
        if (escape == 0) {
            b[p] = (byte) c;
            return p + 1;
        }
        b[p] = '\\';
        b[p + 1] = escape;
        if (escape != 'u') return p + 2;
        b[p + 2] = '0';
        b[p + 3] = '0';
        b[p + 4] = HEX[c >> 4];
        b[p + 5] = HEX[c & 0xF];
        return p + 6;
    }

    private void utf16(String s) throws JsonException {
        int n = s.length();
        out.reserve(1);
        out.bytes[out.position++] = '"';
        for (int from = 0; from < n; ) {
            int to = Math.min(n, from + CHUNK);
            // A pair stays together, unless it is the string's end that parts it.
            if (to < n && Character.isHighSurrogate(s.charAt(to - 1))) to--;
            if (to == from) throw out.error(JsonError.LONE_SURROGATE);
            s.getChars(from, to, chars, 0);
            out.reserve(6 * (to - from) + 1);
            chunk(to - from);
            from = to;
        }
        out.reserve(1);
        out.bytes[out.position++] = '"';
    }

    private void chunk(int n) throws JsonException {
        char[] from = chars;
        byte[] b = out.bytes;
        int p = out.position;
        for (int i = 0; i < n; i++) {
            int c = from[i];
            if (c < 0x80) {
                p = ascii(b, p, c);
            } else if (c < 0x800) {
                b[p] = (byte) (0xC0 | (c >> 6));
                b[p + 1] = (byte) (0x80 | (c & 0x3F));
                p += 2;
            } else if (c < 0xD800 || c > 0xDFFF) {
                b[p] = (byte) (0xE0 | (c >> 12));
                b[p + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
                b[p + 2] = (byte) (0x80 | (c & 0x3F));
                p += 3;
            } else {
                out.position = p;
                if (c > 0xDBFF || i + 1 == n || !Character.isLowSurrogate(from[i + 1])) {
                    throw out.error(JsonError.LONE_SURROGATE);
                }
                int point = Character.toCodePoint((char) c, from[++i]);
                b[p] = (byte) (0xF0 | (point >> 18));
                b[p + 1] = (byte) (0x80 | ((point >> 12) & 0x3F));
                b[p + 2] = (byte) (0x80 | ((point >> 6) & 0x3F));
                b[p + 3] = (byte) (0x80 | (point & 0x3F));
                p += 4;
            }
        }
        out.position = p;
    }
}
