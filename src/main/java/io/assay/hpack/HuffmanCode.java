package io.assay.hpack;

/**
 * The Huffman code of RFC 7541, Appendix B. It is canonical: codes of one length are consecutive and in the order of
 * their symbols, and longer codes follow shorter ones, so the lengths say everything.
 */
final class HuffmanCode {
    static final int EOS = 256;
    static final int SYMBOLS = 257;
    static final int SHORTEST = 5;
    static final int LONGEST = 30;

    private static final String LENGTHS = """
            13 23 28 28 28 28 28 28 28 24 30 28 28 30 28 28 28 28 28 28 28 28 30 28 28 28 28 28 28 28 28 28
            6 10 10 12 13 6 8 11 10 10 8 11 8 6 6 6 5 5 5 6 6 6 6 6 6 6 7 8 15 6 12 10
            13 6 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 8 7 8 13 19 13 14 6
            15 5 6 5 6 5 6 6 6 5 7 7 6 6 6 5 6 7 6 5 5 6 7 7 7 7 7 15 11 14 13 28
            20 22 20 20 22 22 22 23 22 23 23 23 23 23 24 23 24 24 22 23 24 23 23 23 23 21 22 23 22 23 23 24
            22 21 20 22 22 23 23 21 23 22 22 24 21 22 23 23 21 21 22 21 23 22 23 23 20 22 22 22 23 22 22 23
            26 26 20 19 22 23 22 25 26 26 26 27 27 26 24 25 19 21 26 27 27 26 27 24 21 21 26 26 28 27 27 27
            20 24 20 21 22 21 21 23 22 22 25 25 24 24 26 23 26 27 26 26 27 27 27 27 27 28 27 27 27 27 27 26
            30
            """;

    private static final byte[] LENGTH = lengths();
    private static final int[] CODE = codes();

    private HuffmanCode() {}

    /** Bits of a symbol's code. */
    static int length(int symbol) {
        return LENGTH[symbol];
    }

    /** A symbol's code in the low bits. */
    static int code(int symbol) {
        return CODE[symbol];
    }

    private static byte[] lengths() {
        byte[] lengths = new byte[SYMBOLS];
        int symbol = 0;
        for (int at = 0; at < LENGTHS.length(); symbol++) {
            int end = at;
            while (LENGTHS.charAt(end) > ' ') end++;
            lengths[symbol] = (byte) Integer.parseInt(LENGTHS, at, end, 10);
            at = end + 1;
        }
        return lengths;
    }

    private static int[] codes() {
        int[] codes = new int[SYMBOLS];
        int next = 0;
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (LENGTH[symbol] == length) codes[symbol] = next++;
            }
            next <<= 1;
        }
        return codes;
    }
}
