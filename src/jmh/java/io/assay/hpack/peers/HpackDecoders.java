package io.assay.hpack.peers;

/** Makes the decoders' adapters. */
public final class HpackDecoders {
    private HpackDecoders() {}

    /** Ours. */
    public static HpackDecoderAdapter assay(byte[] bytes) {
        return new AssayDecoder(bytes);
    }

    /** Netty without its checks of names and values. */
    public static HpackDecoderAdapter netty(byte[] bytes) {
        return new NettyDecoder(bytes, false);
    }

    /** Netty with its checks of names and values. */
    public static HpackDecoderAdapter nettyValidating(byte[] bytes) {
        return new NettyDecoder(bytes, true);
    }

    /** Jetty. */
    public static HpackDecoderAdapter jetty(byte[] bytes) {
        return new JettyDecoder(bytes);
    }

    /** HttpCore. */
    public static HpackDecoderAdapter httpCore(byte[] bytes) {
        return new HttpCoreDecoder(bytes);
    }

    /** Undertow. */
    public static HpackDecoderAdapter undertow(byte[] bytes) {
        return new UndertowDecoder(bytes);
    }

    /** {@code com.twitter:hpack}. */
    public static HpackDecoderAdapter twitter(byte[] bytes) {
        return new TwitterDecoder(bytes);
    }

    /** The JDK's HTTP client. */
    public static HpackDecoderAdapter jdk(byte[] bytes) {
        return new JdkDecoder(bytes);
    }
}
