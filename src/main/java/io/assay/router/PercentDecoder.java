package io.assay.router;

import org.jspecify.annotations.Nullable;

/** Percent-decoding as RFC 3986 section 2.1 has it; {@code +} is a plus sign. */
final class PercentDecoder {
    static final int MALFORMED = -1;

    private PercentDecoder() {}

    /**
     * Decodes {@code from[start,end)} to the front of {@code to}, which may be the same array when {@code start} is 0,
     * since nothing grows. A map takes, for each decoded byte and for the end, where its raw form begins.
     *
     * @return the decoded length, or {@link #MALFORMED}
     */
    static int decode(byte[] from, int start, int end, byte[] to, int @Nullable [] map) {
        int out = 0;
        for (int in = start; in < end; in++, out++) {
            if (map != null) map[out] = in;
            byte b = from[in];
            if (b == '%') {
                if (in + 2 >= end) return MALFORMED;
                int value = (hex(from[in + 1]) << 4) | hex(from[in + 2]);
                if (value < 0) return MALFORMED;
                b = (byte) value;
                in += 2;
            }
            to[out] = b;
        }
        if (map != null) map[out] = end;
        return out;
    }

    /** A digit's value, negative when it is none. */
    static int hex(byte b) {
        if (b >= '0' && b <= '9') return b - '0';
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : MALFORMED;
    }
}
