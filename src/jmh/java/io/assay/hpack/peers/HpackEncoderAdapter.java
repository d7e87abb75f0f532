package io.assay.hpack.peers;

/**
 * An HPACK encoder as the benchmark sees it: made over a sequence of blocks, which it turns into its library's own kind of
 * header collection once, because that is what a server has when it encodes. Its dynamic table lives as long as it does.
 * Not thread-safe.
 */
public interface HpackEncoderAdapter {
    /** Room for the largest block. */
    int BUFFER = 1 << 16;

    /**
     * Encodes a block into the adapter's buffer, behind the size updates that the block asks for.
     *
     * @param block index of the block
     * @return encoded size in bytes
     * @throws Exception when the library refuses the block
     */
    int encode(int block) throws Exception;

    /** A byte of the block just encoded. */
    byte at(int offset);

    /** The block just encoded, copied. */
    default byte[] copy(int size) {
        byte[] copy = new byte[size];
        for (int i = 0; i < size; i++) {
            copy[i] = at(i);
        }
        return copy;
    }
}
