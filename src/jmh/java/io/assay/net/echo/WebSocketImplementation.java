package io.assay.net.echo;

import io.assay.harness.api.Labelled;
import io.assay.net.echo.peers.Answer;
import io.assay.net.echo.peers.EchoServer;
import io.assay.net.echo.peers.NettyTransport;
import io.assay.net.echo.peers.WebSocketServers;
import io.assay.net.serve.Threads;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** The servers of WebSocket echo: each sends a message back as a whole. What one does more or less than ours stands in its label. */
public enum WebSocketImplementation implements Labelled, EchoPeer {
    /** Ours. */
    ASSAY("an endpoint of our HTTP server; one loop, NIO; head and payload by one write", WebSocketServers::assay),
    /** Without the endpoint. */
    ASSAY_BARE(
            "our codec on our TCP, without the HTTP server's endpoint; less work: no pings, no close handshake",
            answer -> WebSocketServers.assayBare()),
    /** The ablation of TCP_NODELAY. */
    ASSAY_NAGLE("as ASSAY, with Nagle's algorithm (no TCP_NODELAY)", answer -> WebSocketServers.assayNagle()),
    /** The ablation of one write. */
    ASSAY_TWO_WRITES(
            "as ASSAY_BARE, head and payload of a frame by a system call each",
            answer -> WebSocketServers.assayTwoWrites()),
    /** The ablation of buffers that are used again. */
    ASSAY_NO_REUSE("as ASSAY, with new buffers and arrays each time", answer -> WebSocketServers.assayNoReuse()),
    /** The ablation of words. */
    ASSAY_BYTE_UNMASKING(
            "as ASSAY_BARE, unmasked an octet at a time, ahead of the decoder",
            answer -> WebSocketServers.assayByteUnmasking()),
    /** Netty over NIO. */
    NETTY(
            "one loop, NIO; its codec, protocol handler and aggregator; bytes stay off the heap",
            answer -> WebSocketServers.netty(NettyTransport.NIO, answer)),
    /** Netty over epoll. */
    NETTY_EPOLL("as NETTY, on its native epoll", answer -> WebSocketServers.netty(NettyTransport.EPOLL, answer)),
    /** Vert.x. */
    VERTX("one event loop, Netty's NIO below", WebSocketServers::vertx),
    /** Jetty. */
    JETTY(
            "one selector, 8 threads that take turns at selecting and handling; asks for a message when the last is answered",
            answer -> WebSocketServers.jetty()),
    /** Undertow. */
    UNDERTOW("one I/O thread; receives no more while an answer is not out", answer -> WebSocketServers.undertow()),
    /** Java-WebSocket. */
    JAVA_WEBSOCKET(
            "a selector's thread and a worker that decodes; less work: queues what the peer does not read, without a bound",
            answer -> WebSocketServers.javaWebSocket()),
    /** A platform thread a connection. */
    BLOCKING_PLATFORM_THREADS(
            "a thread for each connection, which waits in the read itself, no selector; our codec; less work: no pings, no close handshake",
            answer -> WebSocketServers.platformThreads()),
    /** A virtual thread a connection. */
    BLOCKING_VIRTUAL_THREADS(
            "as BLOCKING_PLATFORM_THREADS, a virtual thread for each connection, default scheduler",
            answer -> WebSocketServers.virtualThreads());

    /** Those whose handlers can await on their loop. */
    private static final Set<WebSocketImplementation> AWAIT = EnumSet.of(ASSAY, NETTY, NETTY_EPOLL, VERTX);

    private static final Set<WebSocketImplementation> TWO_THREADS = EnumSet.of(JETTY, JAVA_WEBSOCKET);

    private final String label;
    private final Function<Answer, EchoServer> factory;

    WebSocketImplementation(String label, Function<Answer, EchoServer> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public EchoServer start() {
        return start(Answer.AT_ONCE);
    }

    /** Starts a server whose handler answers in this way; to be closed. */
    public EchoServer start(Answer answer) {
        return factory.apply(answer);
    }

    @Override
    public int threads(int connections) {
        return Threads.busy(this, connections, TWO_THREADS.contains(this) ? 2 : 1);
    }

    @Override
    public Dial dial() {
        return Dial.WEB_SOCKET;
    }

    @Override
    public Messages messages(int size) {
        return Messages.framed(size);
    }

    /** Whether it is ours without one of its steps. */
    boolean ablation() {
        return name().startsWith("ASSAY_");
    }

    /** Whether its handler can await a future of its loop. */
    boolean awaits() {
        return AWAIT.contains(this);
    }
}
