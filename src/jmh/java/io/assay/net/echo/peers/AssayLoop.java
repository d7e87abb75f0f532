package io.assay.net.echo.peers;

import io.assay.future.Future;
import io.assay.net.tcp.NetLoop;
import io.assay.net.tcp.TcpServer;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A loop of ours on a thread of its own, with one server. */
final class AssayLoop implements EchoServer {
    /** As by default. */
    static final long POOLED = 16 << 20;

    private final NetLoop net;
    private final TcpServer server;

    /** Takes how many bytes of buffers are kept, and what listens. */
    AssayLoop(long pooled, Function<NetLoop, Future<TcpServer>> listen) {
        net = NetLoop.builder().pooled(pooled).threads(Daemons::thread).build();
        net.events().start();
        server = get(listen.apply(net));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("our loop did not do it: " + e, e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        get(net.close(0));
    }
}
