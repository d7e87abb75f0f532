package io.assay.hpack;

/**
 * Huffman decoding by 13 bits at a step, which hold two symbols more often than one. A step waits for the code length
 * of the one before and for nothing else, so lengths have a small table of their own (8 KB); the symbols (16 KB) are
 * looked up beside that chain. Together they leave a quarter of a first-level cache of 32 KB.
 */
final class HuffmanDecoder {
    /** Answers in place of an end. */
    static final int BAD_PADDING = -1;

    static final int EOS = -2;

    private static final int STEP = 13;
    /** A load at any bit leaves 57 good bits: four steps. */
    private static final int LOAD = 64;

    private static final int FOUR_STEPS = 4 * STEP;
    private static final int TO_INDEX = LOAD - STEP;
    private static final int COUNT_SHIFT = 6;
    private static final int LENGTH_MASK = (1 << COUNT_SHIFT) - 1;

    /**
     * By the next bits: the code bits of all symbols in them, and their number from bit 6 on. Zero where a longer code
     * starts, so that a step changes nothing.
     */
    private static final byte[] LENGTHS = new byte[1 << STEP];
    /** By the next bits: the first symbol in the low byte, the second above. */
    private static final short[] SYMBOLS = new short[1 << STEP];

    /** By code length: the first code that is longer, aligned left to 30 bits. */
    private static final int[] LIMIT = new int[HuffmanCode.LONGEST + 1];
    /** By code length: what to add to a code for its place in {@link #BY_CODE}. */
    private static final int[] OFFSET = new int[HuffmanCode.LONGEST + 1];

    private static final short[] BY_CODE = byCode();

    private HuffmanDecoder() {}

    /** The most bytes that so many coded bytes can decode to; the output needs {@link Words#SLACK} more. */
    static int mostDecoded(int coded) {
        return coded * 8 / HuffmanCode.SHORTEST;
    }

    /**
     * Decodes {@code in[from,to)}, at most 2^27 bytes, to {@code out} from {@code at} on.
     *
     * @return the end in {@code out}, or a negative code
     */
    static int decode(byte[] in, int from, int to, byte[] out, int at) {
        byte[] lengths = LENGTHS;
        short[] symbols = SYMBOLS;
        int bits = (to - from) << 3;
        int bit = 0;
        // A load may reach behind the string, not behind the array; the steps take what is the string's.
        int fast = (int) Math.min(bits - FOUR_STEPS, ((long) in.length - from - Long.BYTES) << 3);
        while (bit <= fast) {
            long word = Words.bigEndian(in, from + (bit >>> 3)) << (bit & 7);
            int a = (int) (word >>> TO_INDEX);
            int aStep = lengths[a] & 0xFF;
            Words.putPair(out, at, symbols[a]);
            at += aStep >>> COUNT_SHIFT;
            word <<= aStep;
            int b = (int) (word >>> TO_INDEX);
            int bStep = lengths[b] & 0xFF;
            Words.putPair(out, at, symbols[b]);
            at += bStep >>> COUNT_SHIFT;
            word <<= bStep;
            int c = (int) (word >>> TO_INDEX);
            int cStep = lengths[c] & 0xFF;
            Words.putPair(out, at, symbols[c]);
            at += cStep >>> COUNT_SHIFT;
            word <<= cStep;
            int d = (int) (word >>> TO_INDEX);
            int dStep = lengths[d] & 0xFF;
            Words.putPair(out, at, symbols[d]);
            at += dStep >>> COUNT_SHIFT;
            bit += (aStep & LENGTH_MASK) + (bStep & LENGTH_MASK) + (cStep & LENGTH_MASK) + (dStep & LENGTH_MASK);
            if (dStep == 0) {
                int found = longCode(load(in, from + (bit >>> 3)) << (bit & 7));
                int length = found >>> 9;
                if (length > bits - bit) return BAD_PADDING;
                if ((found & 0x1FF) == HuffmanCode.EOS) return EOS;
                out[at++] = (byte) found;
                bit += length;
            }
        }
        return last(in, from, bits, bit, out, at);
    }

    /** What is left when a load would reach behind the string: its bits, and ones as if EOS came next. */
    private static int last(byte[] in, int from, int bits, int bit, byte[] out, int at) {
        int left = bits - bit;
        while (left > 0) {
            bit = bits - left;
            long word = (load(in, from + (bit >>> 3)) << (bit & 7)) | (-1L >>> left);
            for (int i = 0; i < 4; i++) {
                int index = (int) (word >>> TO_INDEX);
                int step = LENGTHS[index] & 0xFF;
                int pair = SYMBOLS[index];
                int length = step & LENGTH_MASK;
                int count = step >>> COUNT_SHIFT;
                if (length > left) {
                    // The second symbol, or both, are made of the ones behind the end.
                    length = HuffmanCode.length(pair & 0xFF);
                    count = 1;
                    if (length > left) return padding(word, left) ? at : BAD_PADDING;
                } else if (step == 0) {
                    // Codes beyond one step start with eight ones at least.
                    if (left < 8) return at;
                    bit = bits - left;
                    int found = longCode((load(in, from + (bit >>> 3)) << (bit & 7)) | (-1L >>> left));
                    length = found >>> 9;
                    if (length > left) return BAD_PADDING;
                    if ((found & 0x1FF) == HuffmanCode.EOS) return EOS;
                    out[at++] = (byte) found;
                    left -= length;
                    break;
                }
                Words.putPair(out, at, pair);
                at += count;
                left -= length;
                word <<= length;
            }
        }
        return at;
    }

    /** RFC 7541 section 5.2: fewer than eight bits, the first ones of EOS, which are ones. */
    private static boolean padding(long word, int left) {
        return left < 8 && word >> (LOAD - left) == -1;
    }

    /** Length and symbol ({@code length << 9 | symbol}) of the code at the top of a word. */
    private static int longCode(long word) {
        int code = (int) (word >>> (LOAD - HuffmanCode.LONGEST));
        int length = STEP + 1;
        while (length < HuffmanCode.LONGEST && code >= LIMIT[length]) length++;
        return length << 9 | BY_CODE[(code >>> (HuffmanCode.LONGEST - length)) + OFFSET[length]];
    }

    /** Eight bytes, of which those behind the array's end are zero. */
    private static long load(byte[] in, int at) {
        int missing = at + 8 - in.length;
        if (missing <= 0) return Words.bigEndian(in, at);
        if (in.length >= 8) return Words.bigEndian(in, in.length - 8) << (missing << 3);
        long word = 0;
        for (int i = at; i < in.length; i++) word |= (in[i] & 0xFFL) << (56 - ((i - at) << 3));
        return word;
    }

    static {
        for (int first = 0; first < HuffmanCode.EOS; first++) {
            int length = HuffmanCode.length(first);
            if (length > STEP) continue;
            fill(HuffmanCode.code(first), length, 1, first);
            for (int second = 0; second < HuffmanCode.EOS; second++) {
                int more = HuffmanCode.length(second);
                if (length + more > STEP) continue;
                int code = HuffmanCode.code(first) << more | HuffmanCode.code(second);
                fill(code, length + more, 2, first | second << 8);
            }
        }
    }

    private static void fill(int code, int length, int count, int symbols) {
        int spare = STEP - length;
        for (int i = 0; i < 1 << spare; i++) {
            LENGTHS[code << spare | i] = (byte) (length | count << COUNT_SHIFT);
            SYMBOLS[code << spare | i] = (short) symbols;
        }
    }

    private static short[] byCode() {
        short[] symbols = new short[HuffmanCode.SYMBOLS];
        int place = 0;
        for (int length = HuffmanCode.SHORTEST; length <= HuffmanCode.LONGEST; length++) {
            for (int symbol = 0; symbol < HuffmanCode.SYMBOLS; symbol++) {
                if (HuffmanCode.length(symbol) != length) continue;
                OFFSET[length] = place - HuffmanCode.code(symbol);
                symbols[place++] = (short) symbol;
                LIMIT[length] = (HuffmanCode.code(symbol) + 1) << (HuffmanCode.LONGEST - length);
            }
            if (LIMIT[length] == 0) LIMIT[length] = LIMIT[length - 1];
        }
        return symbols;
    }
}
