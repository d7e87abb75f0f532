package io.assay.net.echo.peers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the servers of TCP echo; each is to be closed. */
public final class TcpServers {
    /** The first JDK with virtual threads. */
    public static final int VIRTUAL_THREADS_SINCE = 21;

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
        return new BlockingTcp(task -> Daemons.thread(task).start());
    }

    /**
     * A virtual thread for each connection, default scheduler.
     *
     * @throws IllegalStateException if this JDK has none
     */
    public static EchoServer virtualThreads() {
        try {
            // A compiler for Java 17 does not know it.
            return new BlockingTcp((Executor) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke());
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads need JDK " + VIRTUAL_THREADS_SINCE, e);
        }
    }
}
