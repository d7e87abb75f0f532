package io.assay.hpack;

import java.util.Arrays;

/**
 * Huffman decoding by 13 bits at a step, which hold two symbols more often than one. A step waits for the code length
 * of the one before and for nothing else, so lengths have a small table of their own (8 KB); the symbols (16 KB) are
 * looked up beside that chain. Together they leave a quarter of a first-level cache of 32 KB.
 */
final class HuffmanDecoder {
    /** Answers in place of an end. */
    static final int BAD_PADDING = -1;

    static final int EOS = -2;

    static final int STEP = 13;
    static final int LOAD = 64;
    /** Least bits behind a fill: four steps. */
    private static final int FILLED = 56;

    static final int TO_INDEX = LOAD - STEP;
    static final int COUNT_SHIFT = 6;
    static final int SYMBOL_BITS = 9;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    /**
     * By the next bits: the code bits of all symbols in them in the low six bits, and above those their number less one:
     * with that a step is a signed byte, which needs no mask before it is a shift count.
     */
    static final byte[] STEPS = new byte[1 << STEP];

    static final byte STUCK = (byte) (-1 << COUNT_SHIFT);
    /** By the next bits: the first symbol in the low byte, the second above. */
    static final short[] SYMBOLS = new short[1 << STEP];

    /** By code length: the first code that is longer, aligned left to 30 bits. */
    private static final int[] LIMIT = new int[HuffmanCode.LONGEST + 1];
    /** By code length: what to add to a code for its place in {@link #BY_CODE}. */
    private static final int[] OFFSET = new int[HuffmanCode.LONGEST + 1];

    private static final short[] BY_CODE = byCode();

    private HuffmanDecoder() {}

    /** Room for what so many coded bytes decode to; the output needs {@link Words#SLACK} more. */
    static int mostDecoded(int coded) {
        return symbolsIn(coded) + (coded >= HuffmanHalves.LEAST ? HuffmanHalves.EXTRA : 0);
    }

    /** The most symbols that so many coded bytes hold. */
    static int symbolsIn(int coded) {
        return coded * 8 / HuffmanCode.SHORTEST;
    }

    /**
     * Decodes {@code in[from,to)}, at most 2^27 bytes, to {@code out} from {@code at} on.
     *
     * @return the end in {@code out}, or a negative code
     */
    static int decode(byte[] in, int from, int to, byte[] out, int at) {
        if (to - from >= HuffmanHalves.LEAST) return HuffmanHalves.decode(in, from, to, out, at);
        return inOne(in, from, to, (to - from) << 3, out, at);
    }

    /** As {@link #decode}, the last {@code left} bits of the string. */
    static int inOne(byte[] in, int from, int to, int bits, byte[] out, int start) {
        int left = bits;
        int at = start;
        while (left > LOAD) {
            long reached = groups(in, to, left, out, at);
            at = (int) reached;
            left = (int) (reached >>> Integer.SIZE);
            if (left > LOAD) {
                int found = longCode(wordAt(in, to, left));
                if (isEos(found)) return EOS;
                out[at++] = (byte) found;
                left -= found >>> SYMBOL_BITS;
            }
        }
        return left == 0 ? at : rest(lastWord(in, from, to, left), left, out, at);
    }

    /**
     * Decodes groups of four steps as long as more than a load is left, or until a code beyond one step.
     *
     * @return the bits left in the high half, the end in {@code out} in the low half
     */
    private static long groups(byte[] in, int to, int left, byte[] out, int at) {
        long word = wordAt(in, to, left);
        int ahead = to - ((left + 7) >>> 3) + 7;
        // Counts modulo 64: what a step has above its length falls away.
        int have = FILLED - (-left & 7);
        int lastLoad = to - Long.BYTES;
        long next = wordBehind(in, ahead, lastLoad);
        int step;
        do {
            word |= next >>> have;
            ahead += (~have & (LOAD - 1)) >>> 3;
            have |= FILLED;
            // A round ahead, because the next word waits for nothing but the lengths of this one.
            next = wordBehind(in, ahead, lastLoad);
            int index = (int) (word >>> TO_INDEX);
            step = STEPS[index];
            Words.putPair(out, at, SYMBOLS[index]);
            at += 1 + (step >> COUNT_SHIFT);
            have -= step;
            word <<= step;
            index = (int) (word >>> TO_INDEX);
            step = STEPS[index];
            Words.putPair(out, at, SYMBOLS[index]);
            at += 1 + (step >> COUNT_SHIFT);
            have -= step;
            word <<= step;
            index = (int) (word >>> TO_INDEX);
            step = STEPS[index];
            Words.putPair(out, at, SYMBOLS[index]);
            at += 1 + (step >> COUNT_SHIFT);
            have -= step;
            word <<= step;
            index = (int) (word >>> TO_INDEX);
            step = STEPS[index];
            Words.putPair(out, at, SYMBOLS[index]);
            at += 1 + (step >> COUNT_SHIFT);
            have -= step;
            word <<= step;
            left = ((to - ahead) << 3) + (have & (LOAD - 1));
        } while (step != STUCK && left > LOAD);
        return (long) left << Integer.SIZE | at;
    }

    /** What fits into a load: the string's last bits, complemented, with zeros behind them. */
    private static int rest(long bits, int length, byte[] out, int at) {
        long word = bits;
        int left = length;
        while (word != 0) {
            int index = (int) (word >>> TO_INDEX);
            int step = STEPS[index];
            if (step == STUCK) {
                int found = longCode(word);
                int taken = found >>> SYMBOL_BITS;
                if (taken > left) return BAD_PADDING;
                if (isEos(found)) return EOS;
                out[at++] = (byte) found;
                word <<= taken;
                left -= taken;
            } else {
                Words.putPair(out, at, SYMBOLS[index]);
                at += 1 + (step >> COUNT_SHIFT);
                word <<= step;
                left -= step & (LOAD - 1);
            }
        }
        // Ones are left, or a code has taken some from behind the string. RFC 7541 section 5.2: fewer than eight.
        if (left >= HuffmanCode.LONGEST) return EOS;
        return left >= 0 && left < 8 ? at : BAD_PADDING;
    }

    /** At least 57 bits from where so many are left, complemented. */
    static long wordAt(byte[] in, int to, int left) {
        return ~Words.bigEndian(in, to - ((left + 7) >>> 3)) << (-left & 7);
    }

    /** Eight bytes, complemented, zeros in place of what is behind the string; nothing of use from its end on. */
    private static long wordBehind(byte[] in, int at, int lastLoad) {
        int load = Math.min(at, lastLoad);
        return ~Words.bigEndian(in, load) << ((at - load) << 3);
    }

    /** The last bits of a string, 64 at most, complemented. */
    private static long lastWord(byte[] in, int from, int to, int left) {
        if (to >= Long.BYTES) return ~Words.bigEndian(in, to - Long.BYTES) << -left;
        long word = 0;
        for (int i = from; i < to; i++) word = word << 8 | (~in[i] & 0xFF);
        return word << -left;
    }

    /** One symbol, as {@link #longCode} gives it. */
    static int symbol(long word) {
        int index = (int) (word >>> TO_INDEX);
        if (STEPS[index] == STUCK) return longCode(word);
        int symbol = SYMBOLS[index] & 0xFF;
        return HuffmanCode.length(symbol) << SYMBOL_BITS | symbol;
    }

    static boolean isEos(int found) {
        return (found & SYMBOL_MASK) == HuffmanCode.EOS;
    }

    /** Length and symbol ({@code length << SYMBOL_BITS | symbol}) of the code at the top of a word. */
    private static int longCode(long word) {
        int code = (int) (~word >>> (LOAD - HuffmanCode.LONGEST));
        int length = STEP + 1;
        while (length < HuffmanCode.LONGEST && code >= LIMIT[length]) length++;
        return length << SYMBOL_BITS | BY_CODE[(code >>> (HuffmanCode.LONGEST - length)) + OFFSET[length]];
    }

    static {
        Arrays.fill(STEPS, STUCK);
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
            int index = (code << spare | i) ^ ((1 << STEP) - 1);
            STEPS[index] = (byte) (length + ((count - 1) << COUNT_SHIFT));
            SYMBOLS[index] = (short) symbols;
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
