package io.assay.net.serve;

import io.assay.harness.api.Labelled;

/** HTTP servers as they are measured. What one does more or less than ours stands in its label. */
public enum HttpImplementation implements Labelled {
    /** Ours. */
    ASSAY("one loop, NIO; parser, router, JSON of this library", AssayServer::atOnce),
    /** Ours, sparing wake-ups. */
    ASSAY_GATHERING(
            "as ASSAY, looks at its sockets 100 us apart while requests come closer: less CPU time, later answers",
            AssayServer::gathering),
    /** Netty on the JDK's channels. */
    NETTY(
            "one loop, NIO; HttpServerCodec with its checks, no aggregator; less work: routes by two comparisons",
            NettyServer::nio),
    /** Netty on its own transport. */
    NETTY_EPOLL("as NETTY, on its native epoll transport", NettyServer::epoll),
    /** Vert.x. */
    VERTX("one event loop, NIO; its body handler; less work: routes by two comparisons", VertxServer::new),
    /** Jetty. */
    JETTY(
            "12, core handler that never blocks; one selector, on a pool of 4 threads; less work: routes by two comparisons",
            JettyServer::new),
    /** Undertow. */
    UNDERTOW("one I/O thread, on which the handler runs; less work: routes by two comparisons", UndertowServer::new),
    /** Blocking sockets. */
    BLOCKING_PLATFORM_THREADS(
            "a platform thread a connection; our parser; less work: no chunks, routes by two comparisons",
            (app, answering, port) -> new BlockingServer(app, port, Threads.platform())),
    /** Blocking sockets on virtual threads. */
    BLOCKING_VIRTUAL_THREADS(
            "a virtual thread a connection, default scheduler; our parser; less work: no chunks, routes by two comparisons",
            (app, answering, port) -> new BlockingServer(app, port, Threads.virtual()));

    private final String label;
    private final Factory factory;

    HttpImplementation(String label, Factory factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Threads of it that are busy at a time while so many connections are. */
    public int threads(int connections) {
        return Threads.busy(this, connections, this == JETTY ? 2 : 1);
    }

    /** Whether a thread stands still in each handler, so that there is nothing to answer later by. */
    public boolean blocks() {
        return Threads.block(this);
    }

    /**
     * Starts a server.
     *
     * @param answering when its handlers answer
     * @param port on the loopback; 0 for any that is free
     */
    public HttpPeer start(WebApp app, Answering answering, int port) {
        return factory.start(app, answering, port);
    }

    private interface Factory {
        HttpPeer start(WebApp app, Answering answering, int port);
    }
}
