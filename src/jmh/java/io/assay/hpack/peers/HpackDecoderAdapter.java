package io.assay.hpack.peers;

/**
 * An HPACK decoder as the benchmark sees it: made over the bytes of all blocks, so that each library wraps them in its own
 * kind of buffer once. Its dynamic table lives as long as it does. Not thread-safe.
 */
public interface HpackDecoderAdapter {
    /** Largest header list that decoders are told to accept, in bytes as RFC 7541 section 4.1 counts them. */
    int MAX_HEADER_LIST = 1 << 16;

    /**
     * Decodes a block and adds every field, in the form in which the library hands it over.
     *
     * @param from offset of the block's first byte
     * @param to offset behind its last byte
     * @param sum told of every field
     * @throws Exception when the library refuses the block
     */
    void decode(int from, int to, FieldSum sum) throws Exception;

    /**
     * Decodes a block and adds name and value of every field as {@code String}s. The same as {@link #decode} where the
     * library makes strings anyhow.
     */
    default void decodeToStrings(int from, int to, FieldSum sum) throws Exception {
        decode(from, to, sum);
    }
}
