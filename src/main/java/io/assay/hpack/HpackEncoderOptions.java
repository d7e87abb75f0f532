package io.assay.hpack;

/**
 * What an encoder is free to choose.
 *
 * @param maxDynamicTableSize the most that our table takes, whatever the peer allows; up to 16 MB
 */
public record HpackEncoderOptions(int maxDynamicTableSize, Huffman huffman, Indexing indexing) {
    /** At most 64 KB of table, Huffman where shorter, adaptive indexing. */
    public static final HpackEncoderOptions DEFAULT =
            new HpackEncoderOptions(64 << 10, Huffman.AUTO, Indexing.ADAPTIVE);

    /** When strings are Huffman-coded. */
    public enum Huffman {
        /** Where that is shorter. */
        AUTO,
        /** Never: larger, and faster to write and to read. */
        NEVER
    }

    /** Which literals enter the dynamic table. */
    public enum Indexing {
        /**
         * All while there is room; in a full table those whose name has had values that came again, or that were
         * themselves seen lately, so that values that never repeat do not drive out those that do.
         */
        ADAPTIVE,
        /** All that fit. */
        ALWAYS,
        /** None. */
        NEVER
    }

    /** @throws IllegalArgumentException when the size is negative or above {@link HpackDecoder#HIGHEST_TABLE_SIZE} */
    public HpackEncoderOptions {
        if (maxDynamicTableSize < 0 || maxDynamicTableSize > HpackDecoder.HIGHEST_TABLE_SIZE) {
            throw new IllegalArgumentException(
                    "table size " + maxDynamicTableSize + " is not in 0 to " + HpackDecoder.HIGHEST_TABLE_SIZE);
        }
    }

    /** These options with another {@link #maxDynamicTableSize()}. */
    public HpackEncoderOptions withMaxDynamicTableSize(int bytes) {
        return new HpackEncoderOptions(bytes, huffman, indexing);
    }

    /** These options with another {@link #huffman()}. */
    public HpackEncoderOptions withHuffman(Huffman choice) {
        return new HpackEncoderOptions(maxDynamicTableSize, choice, indexing);
    }

    /** These options with another {@link #indexing()}. */
    public HpackEncoderOptions withIndexing(Indexing choice) {
        return new HpackEncoderOptions(maxDynamicTableSize, huffman, choice);
    }
}
