package io.assay.json;

import java.util.Arrays;

/**
 * Decodes strings as long as they stay within Latin-1, to the bytes that the JDK keeps of such a string: by way of chars
 * each would be widened, looked at again and narrowed. What it does not know, an error among it, it leaves where it is.
 */
final class Latin1Reader {
    private final JsonInput in;

    byte[] bytes = new byte[256];
    /** How many there are. */
    int length;

    Latin1Reader(JsonInput in) {
        this.in = in;
    }

    /**
     * A string of the bytes as they are. Deprecated for what it does, which is what is wanted here; the constructor with a
     * charset does the same behind a choice of charsets that is too long to be compiled into its caller (JDK 17 and 25).
     */
    @SuppressWarnings("deprecation")
    static String string(byte[] b, int from, int length) {
        return StringBytes.AVAILABLE ? StringBytes.latin1(b, from, length) : new String(b, 0, from, length);
    }

    /**
     * Decodes.
     *
     * @param from what comes before {@code at} is itself
     * @return where it ended: the closing quote, or something else
     */
    int decode(int from, int at) {
        byte[] b = in.bytes;
        int end = in.end;
        int n = at - from;
        byte[] to = bytes.length >= n + 16 ? bytes : room(n);
        int p = at;
        if (n < 16) {
            // To scan a few bytes again is cheaper than a copy of a length that is not known.
            n = 0;
            p = from;
        } else {
            System.arraycopy(b, from, to, 0, n);
        }
        while (p <= end - 8) {
            if (n + 16 > to.length) to = room(n);
            long word = Words.get(b, p);
            long marks = Words.special(word);
            // All eight, as far as they go; what is too much is written over.
            Words.set(to, n, word);
            int plain = Words.first(marks);
            n += plain;
            p += plain;
            if (plain == 8) continue;
            if (p == end - 1) break;
            int c = b[p];
            int second = b[p + 1];
            if (c == (byte) 0xC3 || c == (byte) 0xC2) {
                if ((second & 0xC0) != 0x80) break;
                to[n++] = (byte) (c << 6 | (second & 0x3F));
            } else {
                if (c != '\\' || second < 0) break;
                byte escaped = Escapes.PLAIN[second];
                if (escaped == 0) break;
                to[n++] = escaped;
            }
            p += 2;
        }
        length = n;
        return p;
    }

    private byte[] room(int wanted) {
        bytes = Arrays.copyOf(bytes, Math.max(wanted + 16, 2 * bytes.length));
        return bytes;
    }
}
