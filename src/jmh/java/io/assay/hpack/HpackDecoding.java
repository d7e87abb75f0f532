package io.assay.hpack;

import io.assay.harness.api.Labelled;
import io.assay.hpack.peers.HpackDecoderAdapter;
import io.assay.hpack.peers.HpackDecoders;
import java.util.function.Function;

/** The decoders that are measured. What one does more or less than ours stands in its label. */
public enum HpackDecoding implements Labelled {
    /** Ours. */
    ASSAY("ranges to a sink, valid during the call; or interned strings", HpackDecoders::assay),
    /** Netty's, the checks of names and values off. */
    NETTY("AsciiStrings in a linked map; names and values not checked", HpackDecoders::netty),
    /** Netty's as its HTTP/2 codec makes it. */
    NETTY_DEFAULT("more work: checks names, values and the order of pseudo-headers", HpackDecoders::nettyValidating),
    /** Jetty's. */
    JETTY(
            "more work: checks names and values, builds MetaData, parses the URI, numbers, host and port",
            HpackDecoders::jetty),
    /** HttpCore's. */
    HTTPCORE5("Strings in a list, US_ASCII, the faster of its two ways", HpackDecoders::httpCore),
    /** Undertow's. */
    UNDERTOW("HttpString and String to an emitter", HpackDecoders::undertow),
    /** {@code com.twitter:hpack}'s. */
    TWITTER("byte arrays to a listener, from an unsynchronised stream", HpackDecoders::twitter),
    /** The HTTP client's in the JDK. */
    JDK("characters to a callback, valid during the call", HpackDecoders::jdk);

    private final String label;
    private final Function<byte[], HpackDecoderAdapter> factory;

    HpackDecoding(String label, Function<byte[], HpackDecoderAdapter> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** A decoder with an empty table, over the bytes of all blocks. */
    public HpackDecoderAdapter over(byte[] bytes) {
        return factory.apply(bytes);
    }
}
