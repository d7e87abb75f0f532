package io.assay.hpack;

/**
 * Huffman coding, eight bytes at a step as four pairs: a pair of ASCII characters has its code in one table (64 KB, of
 * which a text touches the rows of its own characters), so that a step has half as many codes to put together.
 */
final class HuffmanEncoder {
    /** Bits that fit beside seven left over. */
    private static final int MOST_AT_A_STEP = 57;

    private static final int LENGTH_BITS = 8;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
    /** Most bits of a pair that leave room for their number. */
    private static final int LONGEST_PAIR = Integer.SIZE - LENGTH_BITS;
    /** Length of a pair that the table does not have: more than four of those it has, and four of it fit into the mask. */
    private static final int NO_PAIR = MOST_AT_A_STEP + 1;

    private static final int ASCII_BITS = 7;
    private static final int PAIR_BITS = 2 * ASCII_BITS;
    private static final int PAIR_MASK = (1 << PAIR_BITS) - 1;
    private static final long FIRST_OF_PAIRS = 0x007F007F007F007FL;
    private static final long SECOND_OF_PAIRS = FIRST_OF_PAIRS << ASCII_BITS;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** What a string's rest is filled up with, so that it is a step like the others; the code's bits are dropped again. */
    private static final char FILLER = '0';

    private static final long FILLERS = 0x0101010101010101L * FILLER;
    private static final int FILLER_LENGTH = HuffmanCode.length(FILLER);

    /** By byte: its code, and the code's length in the low eight bits. */
    private static final long[] CODES = new long[256];

    /** By a character and, seven bits higher, the one behind it: their codes, and the length in the low eight bits. */
    private static final int[] PAIRS = new int[1 << PAIR_BITS];

    static {
        for (int symbol = 0; symbol < 256; symbol++) {
            CODES[symbol] = (long) HuffmanCode.code(symbol) << LENGTH_BITS | HuffmanCode.length(symbol);
        }
        for (int pair = 0; pair < PAIRS.length; pair++) {
            int first = pair & ((1 << ASCII_BITS) - 1);
            int second = pair >>> ASCII_BITS;
            int more = HuffmanCode.length(second);
            int length = HuffmanCode.length(first) + more;
            int code = HuffmanCode.code(first) << more | HuffmanCode.code(second);
            PAIRS[pair] = length > LONGEST_PAIR ? NO_PAIR : code << LENGTH_BITS | length;
        }
    }

    private HuffmanEncoder() {}

    /**
     * Codes {@code b[from,to)}, and gives up when the end would not be before {@code limit}: a pass that only finds out
     * how long the code gets would cost more. {@link Words#SLACK} bytes from the limit on may change.
     *
     * @return the end in {@code out}, or -1
     */
    static int encode(byte[] b, int from, int to, byte[] out, int start, int limit) {
        int at = start;
        // The low bits of word that are not written yet; what is above them was, and falls off at the next shift.
        long word = 0;
        int held = 0;
        int i = from;
        while (i < to && at < limit) {
            int left = to - i;
            long text = left >= 8 ? Words.littleEndian(b, i) : rest(b, from, to, left) | FILLERS << (8 * left);
            long pairs = (text & FIRST_OF_PAIRS) | ((text >>> 1) & SECOND_OF_PAIRS);
            int p0 = PAIRS[(int) pairs & PAIR_MASK];
            int p1 = PAIRS[(int) (pairs >>> 16) & PAIR_MASK];
            int p2 = PAIRS[(int) (pairs >>> 32) & PAIR_MASK];
            int p3 = PAIRS[(int) (pairs >>> 48) & PAIR_MASK];
            // The sums are shift counts, and carry nothing into their low bits from above.
            int lowLength = p2 + p3;
            int length = (p0 + p1 + lowLength) & LENGTH_MASK;
            if (length <= MOST_AT_A_STEP && (text & HIGH_BITS) == 0) {
                long high = (long) (p0 >>> LENGTH_BITS) << p1 | p1 >>> LENGTH_BITS;
                long low = (long) (p2 >>> LENGTH_BITS) << p3 | p3 >>> LENGTH_BITS;
                word = word << length | high << lowLength | low;
                held += length;
                Words.putBigEndian(out, at, word << -held);
                at += held >>> 3;
                held &= 7;
                i += 8;
                continue;
            }
            // Byte by byte, a few: the step behind them has most likely fewer bits.
            for (int end = Math.min(to, i + 4); i < end && at < limit; i++) {
                long c = CODES[b[i] & 0xFF];
                int bits = (int) c & LENGTH_MASK;
                word = word << bits | c >>> LENGTH_BITS;
                held += bits;
                Words.putBigEndian(out, at, word << -held);
                at += held >>> 3;
                held &= 7;
            }
        }
        if (i < to) return -1;
        // The codes of what the rest was filled up with are left out again.
        int bits = held - (i - to) * FILLER_LENGTH;
        at += bits >> 3;
        held = bits & 7;
        if (at >= limit) return -1;
        if (held > 0) out[at++] |= (byte) (LENGTH_MASK >>> held);
        return at < limit ? at : -1;
    }

    /** The last bytes, fewer than eight, with zeros behind them. */
    private static long rest(byte[] b, int from, int to, int left) {
        if (to - from >= 8) return Words.littleEndian(b, to - 8) >>> (64 - 8 * left);
        return Words.few(b, to - left, left);
    }
}
