package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Encoded header blocks, one behind the other, as they lie in a receive buffer. Do not change the arrays. */
public final class EncodedBlocks {
    private final byte[] bytes;
    private final int[] ends;

    private EncodedBlocks(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    /**
     * The bytes that all decoders are given: Netty's encoder with Huffman threshold 0, because it indexes all that fits
     * and codes each string the shorter way, which is what most HTTP/2 traffic of the JVM looks like.
     */
    public static EncodedBlocks reference(List<HeaderBlock> blocks) {
        try {
            return of(HpackEncoders.netty(blocks), blocks.size());
        } catch (Exception e) {
            throw new IllegalStateException("Netty refuses to encode a workload", e);
        }
    }

    /** One round of an encoder. */
    public static EncodedBlocks of(HpackEncoderAdapter encoder, int count) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            all.writeBytes(encoder.copy(encoder.encode(i)));
            ends[i] = all.size();
        }
        return new EncodedBlocks(all.toByteArray(), ends);
    }

    /** All blocks. */
    public byte[] bytes() {
        return bytes;
    }

    /** Number of blocks. */
    public int size() {
        return ends.length;
    }

    /** Offset of each block's first byte, and the end of the last one. */
    public int[] starts() {
        int[] starts = new int[ends.length + 1];
        System.arraycopy(ends, 0, starts, 1, ends.length);
        return starts;
    }

    /** Offset of a block's first byte. */
    public int from(int block) {
        return block == 0 ? 0 : ends[block - 1];
    }

    /** Offset behind a block's last byte. */
    public int to(int block) {
        return ends[block];
    }
}
