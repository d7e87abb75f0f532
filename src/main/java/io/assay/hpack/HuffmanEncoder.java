package io.assay.hpack;

/** Huffman coding, four symbols at a step through a word of 64 bits. */
final class HuffmanEncoder {
    private static final int LENGTH_BITS = 8;
    private static final int LENGTH_MASK = 0xFF;
    /** Bits of four symbols that fit beside seven left over. */
    private static final int MOST_AT_A_STEP = 56;

    /** By byte: its code, and the code's length in the low eight bits. */
    private static final long[] CODES = new long[256];

    static {
        for (int symbol = 0; symbol < 256; symbol++) {
            CODES[symbol] = (long) HuffmanCode.code(symbol) << LENGTH_BITS | HuffmanCode.length(symbol);
        }
    }

    private HuffmanEncoder() {}

    /**
     * Codes {@code b[from,to)}, and gives up when the end would not be before {@code limit}: a pass that only finds out
     * how long the code gets would cost more. {@link Words#SLACK} bytes from the limit on may change.
     *
     * @return the end in {@code out}, or -1
     */
    static int encode(byte[] b, int from, int to, byte[] out, int at, int limit) {
        long[] codes = CODES;
        // The low bits of word that are not written yet; what is above them was, and falls off at the next shift.
        long word = 0;
        int held = 0;
        int i = from;
        for (; i < to - 3 && at < limit; i += 4) {
            long c0 = codes[b[i] & 0xFF];
            long c1 = codes[b[i + 1] & 0xFF];
            long c2 = codes[b[i + 2] & 0xFF];
            long c3 = codes[b[i + 3] & 0xFF];
            int length = (int) (c0 + c1 + c2 + c3) & LENGTH_MASK;
            if (length > MOST_AT_A_STEP) break;
            long high = c0 >>> LENGTH_BITS << c1 | c1 >>> LENGTH_BITS;
            long low = c2 >>> LENGTH_BITS << c3 | c3 >>> LENGTH_BITS;
            word = word << length | high << (c2 + c3) | low;
            held += length;
            Words.putBigEndian(out, at, word << -held);
            at += held >>> 3;
            held &= 7;
        }
        for (; i < to && at < limit; i++) {
            long c = codes[b[i] & 0xFF];
            int length = (int) c & LENGTH_MASK;
            word = word << length | c >>> LENGTH_BITS;
            held += length;
            Words.putBigEndian(out, at, word << -held);
            at += held >>> 3;
            held &= 7;
        }
        if (at >= limit) return -1;
        if (held > 0) out[at++] = (byte) (word << (8 - held) | LENGTH_MASK >>> held);
        return at < limit ? at : -1;
    }
}
