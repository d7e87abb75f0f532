package io.assay.router;

/** Encodes a string as UTF-8 (RFC 3629) and keeps where each byte came from, which the JDK's encoder does not tell. */
final class Utf8 {
    static final int MALFORMED = -1;
    /** Most bytes that one char becomes. */
    static final int EXPANSION = 3;

    private Utf8() {}

    /**
     * Writes {@code s} to the front of {@code to}; {@code map} takes for each byte and for the end its char's offset.
     *
     * @return bytes written, or {@link #MALFORMED} when a surrogate is unpaired
     */
    static int encode(String s, byte[] to, int[] map) {
        int out = 0;
        int in = 0;
        while (in < s.length()) {
            int c = s.codePointAt(in);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) return MALFORMED;
            int bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            for (int i = 0; i < bytes; i++) {
                int bits = c >> (6 * (bytes - 1 - i));
                to[out] = (byte) (bytes == 1 ? bits : i == 0 ? LEAD[bytes] | bits : 0x80 | (bits & 0x3F));
                map[out] = in;
                out++;
            }
            in += Character.charCount(c);
        }
        map[out] = in;
        return out;
    }

    private static final int[] LEAD = {0, 0, 0xC0, 0xE0, 0xF0};
}
