package io.assay.net.echo.peers;

import io.assay.net.serve.Threads;

/** Starts the servers of TCP echo; each is to be closed. */
public final class TcpServers {
    private TcpServers() {}

    /** Netty. */
    public static EchoServer netty(NettyTransport transport) {
        return NettyServer.tcp(transport);
    }

    /** Vert.x. */
    public static EchoServer vertx() {
        return new VertxTcp();
    }

    /** A platform thread for each connection. */
    public static EchoServer platformThreads() {
        return new BlockingServer(Threads.platform(), () -> BlockingServer::bytes);
    }

    /**
     * A virtual thread for each connection, default scheduler.
     *
     * @throws IllegalStateException if this JDK has none
     */
    public static EchoServer virtualThreads() {
        return new BlockingServer(Threads.virtual(), () -> BlockingServer::bytes);
    }
}
