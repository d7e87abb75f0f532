package io.assay.hpack;

import io.assay.harness.api.Labelled;
import io.assay.hpack.peers.HpackEncoderAdapter;
import io.assay.hpack.peers.HpackEncoders;
import io.assay.workload.HeaderBlock;
import java.util.List;
import java.util.function.Function;

/** The encoders that are measured. The JDK's is not among them: it never indexes, so it does another task. */
public enum HpackEncoding implements Labelled {
    /** Ours, over bytes. */
    ASSAY(
            "byte ranges, the status a number; Huffman-codes what gets shorter; learns what to index",
            HpackEncoders::assay),
    /** Ours, over strings. */
    ASSAY_STRING("Strings; Huffman-codes what gets shorter; learns what to index", HpackEncoders::assayString),
    /** Netty's, Huffman-coding whatever gets shorter. */
    NETTY("AsciiStrings; Huffman threshold 0; indexes all that fits", HpackEncoders::netty),
    /** Netty's as delivered. */
    NETTY_DEFAULT(
            "less work, more bytes: Huffman-codes strings of 512 characters and more", HpackEncoders::nettyDefault),
    /** Jetty's. */
    JETTY(
            "MetaData, the status a number; its check of names and values off; an index policy by header",
            HpackEncoders::jetty),
    /** HttpCore's. */
    HTTPCORE5("Strings in a list; Huffman-codes always, also what gets longer", HpackEncoders::httpCore),
    /** Undertow's. */
    UNDERTOW("HeaderMap; Huffman above 10 characters; replaces CR and LF in values", HpackEncoders::undertow),
    /** {@code com.twitter:hpack}'s. */
    TWITTER("byte arrays, to an unsynchronised stream; indexes all that fits", HpackEncoders::twitter);

    private final String label;
    private final Function<List<HeaderBlock>, HpackEncoderAdapter> factory;

    HpackEncoding(String label, Function<List<HeaderBlock>, HpackEncoderAdapter> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** An encoder with an empty table, over a sequence of blocks. */
    public HpackEncoderAdapter over(List<HeaderBlock> blocks) {
        return factory.apply(blocks);
    }
}
