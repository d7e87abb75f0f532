package io.assay.hpack;

import io.assay.hpack.HpackException.Kind;

/** Reads the primitive types of RFC 7541 section 5. What is read lies in {@link #next} and the caller's objects. */
final class BlockReader {
    /** Bytes of an integer behind its prefix: enough for 2^31 - 1, and an end to endless zeros. */
    private static final int MOST_CONTINUED = 5;

    private static final int SEVEN_BITS = 0x7F;

    private final int maxStringLength;

    /** Behind what was read last. */
    int next;

    BlockReader(int maxStringLength) {
        this.maxStringLength = maxStringLength;
    }

    /** The integer whose prefix is at {@code at}, in the low bits that {@code prefix} has set. */
    int integer(byte[] block, int at, int to, int prefix) throws HpackException {
        int first = block[at] & prefix;
        next = at + 1;
        return first < prefix ? first : continued(block, at, to, prefix);
    }

    private int continued(byte[] block, int start, int to, int prefix) throws HpackException {
        long value = prefix;
        for (int i = 0; i < MOST_CONTINUED; i++) {
            int at = start + 1 + i;
            if (at >= to) throw new HpackException(Kind.TRUNCATED, start);
            int b = block[at];
            value += (long) (b & SEVEN_BITS) << (7 * i);
            if (b >= 0) {
                if (value > Integer.MAX_VALUE) break;
                next = at + 1;
                return (int) value;
            }
        }
        throw new HpackException(Kind.INTEGER_OVERFLOW, start);
    }

    /** Finds the extent of the string at {@code at}, without decoding it. */
    void string(byte[] block, int at, int to, CodedString into) throws HpackException {
        if (at >= to) throw new HpackException(Kind.TRUNCATED, at);
        int length = integer(block, at, to, SEVEN_BITS);
        int from = next;
        if (length > to - from) throw new HpackException(Kind.TRUNCATED, at);
        boolean huffman = block[at] < 0;
        // The length is below 2^31, so the quotients are compared, not the products.
        if (huffman ? length / 4 > maxStringLength : length > maxStringLength) {
            throw new HpackException(Kind.STRING_TOO_LONG, at);
        }
        into.at = at;
        into.from = from;
        into.length = length;
        into.huffman = huffman;
        next = from + length;
    }

    /** Writes a string's bytes and gives their end; {@link CodedString#mostDecoded()} and slack must fit. */
    int decode(byte[] block, CodedString string, byte[] out, int at) throws HpackException {
        if (!string.huffman) {
            Words.copy(block, string.from, out, at, string.length);
            return at + string.length;
        }
        int end = HuffmanDecoder.decode(block, string.from, string.from + string.length, out, at);
        if (end < 0) {
            throw new HpackException(end == HuffmanDecoder.EOS ? Kind.EOS_IN_STRING : Kind.BAD_PADDING, string.at);
        }
        if (end - at > maxStringLength) throw new HpackException(Kind.STRING_TOO_LONG, string.at);
        return end;
    }
}
