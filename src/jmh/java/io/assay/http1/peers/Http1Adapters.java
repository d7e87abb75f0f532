package io.assay.http1.peers;

import io.assay.http1.Strictness;

/** Makes the parsers' adapters. */
public final class Http1Adapters {
    /** Makes an adapter. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Makes one.
         *
         * @param bytes all buffers
         * @param responses whether they hold responses, not requests
         * @throws IllegalArgumentException when the library has no such parser
         */
        Http1Adapter over(byte[] bytes, boolean responses);
    }

    private Http1Adapters() {}

    /** Ours, strict. */
    public static Http1Adapter assay(byte[] bytes, boolean responses) {
        return assay(bytes, responses, Strictness.STRICT);
    }

    /** Ours, lax. */
    public static Http1Adapter assayLax(byte[] bytes, boolean responses) {
        return assay(bytes, responses, Strictness.LAX);
    }

    private static Http1Adapter assay(byte[] bytes, boolean responses, Strictness strictness) {
        return responses ? new AssayResponses(bytes, strictness) : new AssayRequests(bytes, strictness);
    }

    /** Netty as its pipeline has it. */
    public static Http1Adapter netty(byte[] bytes, boolean responses) {
        return new NettyParser(bytes, true, responses);
    }

    /** Netty without its checks of names and values. */
    public static Http1Adapter nettyLax(byte[] bytes, boolean responses) {
        return new NettyParser(bytes, false, responses);
    }

    /** Jetty with its cache of fields off. */
    public static Http1Adapter jetty(byte[] bytes, boolean responses) {
        return new JettyParser(bytes, responses, 0);
    }

    /** Jetty with the cache of fields that its server has for each connection. */
    public static Http1Adapter jettyCached(byte[] bytes, boolean responses) {
        return new JettyParser(bytes, responses, 1_024);
    }

    /** Undertow. */
    public static Http1Adapter undertow(byte[] bytes, boolean responses) {
        return responses ? new UndertowResponseParser(bytes) : new UndertowParser(bytes);
    }

    /** Tomcat. */
    public static Http1Adapter tomcat(byte[] bytes, boolean responses) {
        requestsOnly("Tomcat", responses);
        return new TomcatParser(bytes);
    }

    /** HttpCore. */
    public static Http1Adapter httpCore(byte[] bytes, boolean responses) {
        return new HttpCoreParser(bytes, responses);
    }

    /** Rapidoid. */
    public static Http1Adapter rapidoid(byte[] bytes, boolean responses) {
        requestsOnly("Rapidoid", responses);
        return new RapidoidParser(bytes);
    }

    private static void requestsOnly(String library, boolean responses) {
        if (responses) {
            throw new IllegalArgumentException(library + " parses requests alone");
        }
    }
}
