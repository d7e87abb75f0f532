package io.assay.hpack;

import java.util.Arrays;

/** Writes the primitive types of RFC 7541 section 5, and makes room for them. */
final class BlockWriter {
    private static final int INDEXED = 0x80;
    private static final int INDEXED_PREFIX = 0x7F;
    private static final int HUFFMAN = 0x80;
    private static final int STRING_PREFIX = 0x7F;

    private static final int LONGEST_INTEGER = 6;

    /** Three integers, and what the writers by words touch behind their end. */
    static final int FIELD_OVERHEAD = 3 * LONGEST_INTEGER + Words.SLACK;

    private final boolean huffman;

    byte[] out = {};
    int position;

    BlockWriter(boolean huffman) {
        this.huffman = huffman;
    }

    /** Room for a field of so many bytes, name and value together. */
    void reserve(long length) {
        long need = position + length + FIELD_OVERHEAD;
        if (need > out.length) grow(need);
    }

    private void grow(long need) {
        long wanted = Math.max(need, Math.min(2L * out.length, Integer.MAX_VALUE - 8L));
        out = Arrays.copyOf(out, Math.toIntExact(wanted));
    }

    /** RFC 7541 section 6.1, with no need to {@link #reserve}. */
    void indexed(int index) {
        if (out.length - position < LONGEST_INTEGER) reserve(0);
        if (index < INDEXED_PREFIX) {
            out[position++] = (byte) (INDEXED | index);
        } else {
            integer(INDEXED, INDEXED_PREFIX, index);
        }
    }

    /** RFC 7541 section 5.1. */
    void integer(int pattern, int prefix, int value) {
        position = integer(position, pattern, prefix, value);
    }

    private int integer(int start, int pattern, int prefix, int value) {
        int at = start;
        if (value < prefix) {
            out[at] = (byte) (pattern | value);
            return at + 1;
        }
        out[at++] = (byte) (pattern | prefix);
        int rest = value - prefix;
        for (; rest >= 0x80; rest >>>= 7) out[at++] = (byte) (rest | 0x80);
        out[at++] = (byte) rest;
        return at;
    }

    /** RFC 7541 section 5.2. */
    void string(byte[] b, int from, int to) {
        int at = position;
        int length = to - from;
        if (huffman) {
            // The length in front is known last: room for it is left, and nearly always right.
            int start = at + integerSize(length - (length >>> 2));
            int end = HuffmanEncoder.encode(b, from, to, out, start, start + length);
            if (end >= 0) {
                int coded = end - start;
                int size = integerSize(coded);
                if (at + size != start) System.arraycopy(out, start, out, at + size, coded);
                integer(at, HUFFMAN, STRING_PREFIX, coded);
                position = at + size + coded;
                return;
            }
        }
        int start = integer(at, 0, STRING_PREFIX, length);
        Words.copy(b, from, out, start, length);
        position = start + length;
    }

    /** Bytes of the integer that is a string's length. */
    private static int integerSize(int value) {
        int size = 1;
        if (value >= STRING_PREFIX) {
            size = 2;
            for (int rest = value - STRING_PREFIX; rest >= 0x80; rest >>>= 7) size++;
        }
        return size;
    }
}
