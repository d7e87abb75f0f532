package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import java.util.List;

/** Makes the encoders' adapters. */
public final class HpackEncoders {
    private HpackEncoders() {}

    /** Ours over bytes. */
    public static HpackEncoderAdapter assay(List<HeaderBlock> blocks) {
        return new AssayEncoder.OverBytes(blocks);
    }

    /** Ours over strings. */
    public static HpackEncoderAdapter assayString(List<HeaderBlock> blocks) {
        return new AssayEncoder.OverStrings(blocks);
    }

    /** Netty, Huffman threshold 0. */
    public static HpackEncoderAdapter netty(List<HeaderBlock> blocks) {
        return NettyEncoder.huffmanAlways(blocks);
    }

    /** Netty, Huffman threshold as delivered. */
    public static HpackEncoderAdapter nettyDefault(List<HeaderBlock> blocks) {
        return NettyEncoder.asDelivered(blocks);
    }

    /** Jetty. */
    public static HpackEncoderAdapter jetty(List<HeaderBlock> blocks) {
        return new JettyEncoder(blocks);
    }

    /** HttpCore. */
    public static HpackEncoderAdapter httpCore(List<HeaderBlock> blocks) {
        return new HttpCoreEncoder(blocks);
    }

    /** Undertow. */
    public static HpackEncoderAdapter undertow(List<HeaderBlock> blocks) {
        return new UndertowEncoder(blocks);
    }

    /** {@code com.twitter:hpack}. */
    public static HpackEncoderAdapter twitter(List<HeaderBlock> blocks) {
        return new TwitterEncoder(blocks);
    }
}
