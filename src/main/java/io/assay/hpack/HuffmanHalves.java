package io.assay.hpack;

/**
 * Huffman decoding of long strings in two places at once. A step waits for the length of the step before, and meanwhile a
 * processor has half of its units idle. So a second chain of steps starts about the middle, as if a code began there. Most
 * likely none does; but chains of a Huffman code fall into step after a few symbols, wherever they start (Klein and
 * Wiseman, Parallel Huffman decoding, The Computer Journal 46(5), 2003). Where the first chain comes to a bit at which the
 * second began a symbol, all that the second gave from there on is what the first would give. Where they do not meet,
 * the first goes on alone.
 */
final class HuffmanHalves {
    /** Coded bytes from which on two chains are faster than one: before, meeting costs too much. */
    static final int LEAST = 256;

    /** What the output needs beyond the most that can be decoded: between what the chains write. */
    static final int EXTRA = 64;

    private static final int LOAD = HuffmanDecoder.LOAD;
    private static final int COUNT_SHIFT = HuffmanDecoder.COUNT_SHIFT;
    /** One symbol in what counts symbols above COUNT_SHIFT and bits below. */
    private static final int SYMBOL = 1 << COUNT_SHIFT;

    /** Bits in which the second chain may fall into step, before it is noted where its symbols begin. */
    private static final int RUN_IN = 96;
    /** Most bits of four steps. */
    private static final int ROUND = 4 * HuffmanDecoder.STEP;

    private HuffmanHalves() {}

    /** As {@link HuffmanDecoder#decode}, for at least {@link #LEAST} bytes. */
    static int decode(byte[] in, int from, int to, byte[] out, int at) {
        int length = to - from;
        // The second half is the longer one: its chain can be gone on with alone, that of the first has to arrive.
        int half = (length >> 1) + (length >> 4);
        int ahead = half << 3;
        for (int least = ahead - RUN_IN; ahead > least; ) {
            ahead -= HuffmanDecoder.symbol(HuffmanDecoder.wordAt(in, to, ahead)) >>> HuffmanDecoder.SYMBOL_BITS;
        }
        int meeting = ahead;
        int second = at + HuffmanDecoder.symbolsIn(length - half) + EXTRA;
        int secondEnd = second;
        // A bit of each bit behind the meeting point: whether a symbol of the second chain begins there.
        long begins = 0;
        while (meeting - ahead < Long.SIZE) {
            begins |= 1L << (meeting - ahead);
            int found = HuffmanDecoder.symbol(HuffmanDecoder.wordAt(in, to, ahead));
            if (HuffmanDecoder.isEos(found)) return HuffmanDecoder.inOne(in, from, to, length << 3, out, at);
            out[secondEnd++] = (byte) found;
            ahead -= found >>> HuffmanDecoder.SYMBOL_BITS;
        }
        int behind = length << 3;
        // Ends in out, shifted, and below them the bits taken in this round: one addition counts both.
        long place = (long) at << COUNT_SHIFT;
        long placeAhead = (long) secondEnd << COUNT_SHIFT;
        while (behind - meeting > ROUND && ahead > LOAD + ROUND) {
            long a = HuffmanDecoder.wordAt(in, to, behind);
            long b = HuffmanDecoder.wordAt(in, to, ahead);
            int step = 0;
            int stepAhead = 0;
            for (int i = 0; i < 4; i++) {
                int index = (int) (a >>> HuffmanDecoder.TO_INDEX);
                int indexAhead = (int) (b >>> HuffmanDecoder.TO_INDEX);
                step = HuffmanDecoder.STEPS[index];
                stepAhead = HuffmanDecoder.STEPS[indexAhead];
                Words.putPair(out, (int) (place >> COUNT_SHIFT), HuffmanDecoder.SYMBOLS[index]);
                Words.putPair(out, (int) (placeAhead >> COUNT_SHIFT), HuffmanDecoder.SYMBOLS[indexAhead]);
                place += step + SYMBOL;
                placeAhead += stepAhead + SYMBOL;
                a <<= step;
                b <<= stepAhead;
            }
            behind -= (int) place & (SYMBOL - 1);
            ahead -= (int) placeAhead & (SYMBOL - 1);
            place &= -SYMBOL;
            placeAhead &= -SYMBOL;
            if (step == HuffmanDecoder.STUCK) {
                int found = HuffmanDecoder.symbol(HuffmanDecoder.wordAt(in, to, behind));
                if (HuffmanDecoder.isEos(found)) return HuffmanDecoder.EOS;
                out[(int) (place >> COUNT_SHIFT)] = (byte) found;
                place += SYMBOL;
                behind -= found >>> HuffmanDecoder.SYMBOL_BITS;
            }
            if (stepAhead == HuffmanDecoder.STUCK) {
                int found = HuffmanDecoder.symbol(HuffmanDecoder.wordAt(in, to, ahead));
                if (HuffmanDecoder.isEos(found)) return HuffmanDecoder.inOne(in, from, to, length << 3, out, at);
                out[(int) (placeAhead >> COUNT_SHIFT)] = (byte) found;
                placeAhead += SYMBOL;
                ahead -= found >>> HuffmanDecoder.SYMBOL_BITS;
            }
        }
        int end = (int) (place >> COUNT_SHIFT);
        secondEnd = (int) (placeAhead >> COUNT_SHIFT);
        int bit = meeting - behind;
        while (bit < 0 || (bit < Long.SIZE && (begins >>> bit & 1) == 0)) {
            int found = HuffmanDecoder.symbol(HuffmanDecoder.wordAt(in, to, behind));
            if (HuffmanDecoder.isEos(found)) return HuffmanDecoder.EOS;
            out[end++] = (byte) found;
            behind -= found >>> HuffmanDecoder.SYMBOL_BITS;
            bit = meeting - behind;
        }
        if (bit >= Long.SIZE) return HuffmanDecoder.inOne(in, from, to, behind, out, end);
        int last = HuffmanDecoder.inOne(in, from, to, ahead, out, secondEnd);
        if (last < 0) return last;
        int firstRight = second + Long.bitCount(begins & ((1L << bit) - 1));
        System.arraycopy(out, firstRight, out, end, last - firstRight);
        return end + last - firstRight;
    }
}
