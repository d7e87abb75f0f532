package io.assay.hpack;

/**
 * Huffman decoding by 12 bits at a step, which hold two symbols of ordinary text more often than one. The table takes
 * 16 KB, half of a first-level cache: with 13 bits it would push out what the decoder works on.
 */
final class HuffmanDecoder {
    /** Answers in place of an end. */
    static final int BAD_PADDING = -1;

    static final int EOS = -2;

    private static final int STEP = 12;
    /** A load at any bit leaves 57 good bits: four steps. */
    private static final int LOAD = 64;

    /*
     * A step: bits 0-5 are the code bits of all its symbols, 6-11 those of the first, 12-13 the number of symbols,
     * 16-23 the first symbol, 24-31 the second. Zero where a longer code starts, so that a step changes nothing.
     */
    private static final int[] STEPS = steps();
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

    /** The fewest bytes that so many coded bytes can decode to, when they are valid. */
    static int fewestDecoded(int coded) {
        return Math.max(0, (coded * 8 - 7) / HuffmanCode.LONGEST);
    }

    /**
     * Decodes {@code in[from,to)}, at most 2^27 bytes, to {@code out} from {@code at} on.
     *
     * @return the end in {@code out}, or a negative code
     */
    static int decode(byte[] in, int from, int to, byte[] out, int at) {
        int[] steps = STEPS;
        int bits = (to - from) << 3;
        int bit = 0;
        while (bit <= bits - LOAD) {
            long word = Words.bigEndian(in, from + (bit >>> 3)) << (bit & 7);
            int a = steps[(int) (word >>> (LOAD - STEP))];
            Words.putPair(out, at, a >>> 16);
            at += (a >>> 12) & 3;
            word <<= a;
            int b = steps[(int) (word >>> (LOAD - STEP))];
            Words.putPair(out, at, b >>> 16);
            at += (b >>> 12) & 3;
            word <<= b;
            int c = steps[(int) (word >>> (LOAD - STEP))];
            Words.putPair(out, at, c >>> 16);
            at += (c >>> 12) & 3;
            word <<= c;
            int d = steps[(int) (word >>> (LOAD - STEP))];
            Words.putPair(out, at, d >>> 16);
            at += (d >>> 12) & 3;
            bit += (a & 63) + (b & 63) + (c & 63) + (d & 63);
            if (d == 0) {
                int found = longCode(load(in, from + (bit >>> 3)) << (bit & 7));
                if ((found & 0x1FF) == HuffmanCode.EOS) return EOS;
                int length = found >>> 9;
                if (length > bits - bit) return BAD_PADDING;
                out[at++] = (byte) found;
                bit += length;
            }
        }
        return last(in, from, bits, bit, out, at);
    }

    /** What is left when a load would reach behind the string: its bits, and ones as if EOS came next. */
    private static int last(byte[] in, int from, int bits, int bit, byte[] out, int at) {
        int[] steps = STEPS;
        int left = bits - bit;
        while (left > 0) {
            bit = bits - left;
            long word = (load(in, from + (bit >>> 3)) << (bit & 7)) | (-1L >>> left);
            for (int i = 0; i < 4; i++) {
                int step = steps[(int) (word >>> (LOAD - STEP))];
                int length = step & 63;
                int symbols = (step >>> 12) & 3;
                if (length > left) {
                    // The second symbol, or both, are made of the ones behind the end.
                    length = (step >>> 6) & 63;
                    symbols = 1;
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
                Words.putPair(out, at, step >>> 16);
                at += symbols;
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

    private static int[] steps() {
        int[] steps = new int[1 << STEP];
        for (int first = 0; first < HuffmanCode.EOS; first++) {
            int length = HuffmanCode.length(first);
            if (length > STEP) continue;
            fill(steps, HuffmanCode.code(first), length, length | length << 6 | 1 << 12 | first << 16);
            for (int second = 0; second < HuffmanCode.EOS; second++) {
                int more = HuffmanCode.length(second);
                if (length + more > STEP) continue;
                int code = HuffmanCode.code(first) << more | HuffmanCode.code(second);
                int both = length + more;
                fill(steps, code, both, both | length << 6 | 2 << 12 | first << 16 | second << 24);
            }
        }
        return steps;
    }

    private static void fill(int[] steps, int code, int length, int step) {
        int spare = STEP - length;
        for (int i = 0; i < 1 << spare; i++) steps[code << spare | i] = step;
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
