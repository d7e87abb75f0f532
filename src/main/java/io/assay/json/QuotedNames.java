package io.assay.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names found by words, their closing quote with them: a slot by the first four bytes, then two comparisons, without a
 * branch on how long a name is. Knows names of 3 to 15 bytes that stand as they are. Immutable.
 */
final class QuotedNames {
    /** So many bytes behind a name's start are looked at. */
    static final int REACH = 16;

    private static final int MOST_SLOTS = 1 << 12;
    private static final int TRIES = 64;
    private static final int FIRST_MULTIPLIER = 0x9E3779B1;

    private final int multiplier;
    private final int shift;
    /** Index of the name, by slot; an empty slot has any, which then does not compare. */
    private final byte[] indices;
    /** Bytes of the name from behind its opening quote to behind the closing one, by slot: where to go on hangs on nothing else. */
    private final byte[] lengths;

    private final long[] heads;
    private final long[] headMasks;
    private final long[] tails;
    private final long[] tailMasks;
    /** Of the last eight bytes, or 0. */
    private final int[] tailsAt;

    private QuotedNames(byte[][] quoted, int multiplier, int shift, byte[] indices) {
        this.multiplier = multiplier;
        this.shift = shift;
        this.indices = indices;
        lengths = new byte[indices.length];
        for (byte[] name : quoted) lengths[slot(Words.getInt(name, 0))] = (byte) name.length;
        int n = quoted.length;
        heads = new long[n];
        headMasks = new long[n];
        tails = new long[n];
        tailMasks = new long[n];
        tailsAt = new int[n];
        for (int i = 0; i < n; i++) {
            byte[] padded = Arrays.copyOf(quoted[i], REACH);
            heads[i] = Words.get(padded, 0);
            headMasks[i] = quoted[i].length < 8 ? (1L << (quoted[i].length << 3)) - 1 : -1;
            if (quoted[i].length > 8) {
                tailsAt[i] = quoted[i].length - 8;
                tails[i] = Words.get(padded, tailsAt[i]);
                tailMasks[i] = -1;
            }
        }
    }

    /** Of names; null where one is too short or too long, has to be escaped, or no table of a reasonable size tells all apart. */
    static @Nullable QuotedNames of(String... names) {
        byte[][] quoted = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            quoted[i] = (names[i] + '"').getBytes(StandardCharsets.UTF_8);
            boolean plain = names[i].chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
            if (!plain || quoted[i].length < 4 || quoted[i].length > REACH) return null;
        }
        if (names.length == 0 || names.length > Byte.MAX_VALUE) return null;
        for (int slots = Integer.highestOneBit(names.length) * 4; slots <= MOST_SLOTS; slots *= 2) {
            int multiplier = FIRST_MULTIPLIER;
            for (int i = 0; i < TRIES; i++) {
                int shift = Integer.SIZE - Integer.numberOfTrailingZeros(slots);
                byte[] indices = table(quoted, multiplier, shift, slots);
                if (indices != null) return new QuotedNames(quoted, multiplier, shift, indices);
                multiplier = multiplier * FIRST_MULTIPLIER + 2;
            }
        }
        return null;
    }

    private static byte @Nullable [] table(byte[][] quoted, int multiplier, int shift, int slots) {
        byte[] indices = new byte[slots];
        boolean[] taken = new boolean[slots];
        for (int i = 0; i < quoted.length; i++) {
            int slot = (Words.getInt(quoted[i], 0) * multiplier) >>> shift;
            if (taken[slot]) return null;
            taken[slot] = true;
            indices[slot] = (byte) i;
        }
        return indices;
    }

    /**
     * The index of the name that stands here, or -1 where it is none, or one that is written in another way.
     *
     * @param at behind the opening quote, with {@link #REACH} bytes from there
     */
    int find(byte[] b, int at) {
        long head = Words.get(b, at);
        int i = indices[slot((int) head)];
        long wrong = ((head ^ heads[i]) & headMasks[i]) | ((Words.get(b, at + tailsAt[i]) ^ tails[i]) & tailMasks[i]);
        return wrong == 0 ? i : -1;
    }

    /** Bytes of the name that stands here, the closing quote among them, where {@link #find} finds it. */
    int length(byte[] b, int at) {
        return lengths[slot(Words.getInt(b, at))];
    }

    private int slot(int head) {
        return (head * multiplier) >>> shift;
    }
}
