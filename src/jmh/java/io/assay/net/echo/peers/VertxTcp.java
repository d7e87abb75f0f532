package io.assay.net.echo.peers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Vert.x, one event loop. */
final class VertxTcp implements EchoServer {
    private final Vertx vertx = oneLoop();
    private final NetServer server;

    VertxTcp() {
        server = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                .connectHandler(socket -> {
                    // The client ends its connections by a reset.
                    socket.exceptionHandler(reset -> {});
                    socket.handler(bytes -> {
                        socket.write(bytes);
                        if (socket.writeQueueFull()) {
                            socket.pause();
                            socket.drainHandler(drained -> socket.resume());
                        }
                    });
                });
        get(server.listen(0, EchoServer.any().getHostString()));
    }

    /** With as few threads as it has. */
    static Vertx oneLoop() {
        return Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    }

    static <T> T get(Future<T> future) {
        try {
            return future.await(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Vert.x did not do it in " + PATIENCE + " s", e);
        }
    }

    static void close(Vertx vertx) {
        get(vertx.close());
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(EchoServer.any().getAddress(), server.actualPort());
    }

    @Override
    public void close() {
        close(vertx);
    }
}
