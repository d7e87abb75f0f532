package io.assay.net.echo.peers;

import io.assay.net.serve.Threads;

/** Starts the servers of WebSocket echo; each is to be closed. They send a message back as a whole, however it came. */
public final class WebSocketServers {
    /** Bytes of the longest frame and message that they take. */
    static final int LONGEST = 1 << 20;

    private WebSocketServers() {}

    /** Ours: an endpoint of the HTTP server. */
    public static EchoServer assay(Answer answer) {
        return AssayWebSocket.server(answer);
    }

    /** Ours without TCP_NODELAY. */
    public static EchoServer assayNagle() {
        return AssayWebSocket.nagle();
    }

    /** Ours with buffers and arrays made anew each time. */
    public static EchoServer assayNoReuse() {
        return AssayWebSocket.noReuse();
    }

    /** Our codec on our TCP, without the endpoint. */
    public static EchoServer assayBare() {
        return BareWebSocket.server(false, false);
    }

    /** The same, head and payload of a frame by a system call each. */
    public static EchoServer assayTwoWrites() {
        return BareWebSocket.server(true, false);
    }

    /** The same, payload unmasked an octet at a time. */
    public static EchoServer assayByteUnmasking() {
        return BareWebSocket.server(false, true);
    }

    /** Netty. */
    public static EchoServer netty(NettyTransport transport, Answer answer) {
        return NettyWebSocket.server(transport, answer);
    }

    /** Vert.x. */
    public static EchoServer vertx(Answer answer) {
        return new VertxWebSocket(answer);
    }

    /** Jetty. */
    public static EchoServer jetty() {
        return new JettyWebSocket();
    }

    /** Undertow. */
    public static EchoServer undertow() {
        return new UndertowWebSocket();
    }

    /** Java-WebSocket. */
    public static EchoServer javaWebSocket() {
        return new JavaWebSocket();
    }

    /** Our codec on a platform thread for each connection. */
    public static EchoServer platformThreads() {
        return new BlockingServer(Threads.platform(), BlockingWebSocket::new);
    }

    /**
     * Our codec on a virtual thread for each connection, default scheduler.
     *
     * @throws IllegalStateException if this JDK has none
     */
    public static EchoServer virtualThreads() {
        return new BlockingServer(Threads.virtual(), BlockingWebSocket::new);
    }
}
