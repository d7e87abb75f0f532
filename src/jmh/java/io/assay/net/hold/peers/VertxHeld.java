package io.assay.net.hold.peers;

import io.netty.util.internal.PlatformDependent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/** Vert.x's, which is made of Netty. */
final class VertxHeld implements HeldServer {
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    private final HttpServer server;

    VertxHeld() {
        Buffer pong = Buffer.buffer("pong");
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(InetAddress.getLoopbackAddress().getHostAddress())
                        .setPort(0)
                        // It would wait for a preface of HTTP/2 at the start of each connection.
                        .setHttp2ClearTextEnabled(false)
                        // The peers do not answer a close.
                        .setWebSocketClosingTimeout(0))
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/plain")
                        .end(pong))
                .webSocketHandler(socket -> socket.handler(data -> {}));
        join(server.listen());
    }

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public long directBytes() {
        return Math.max(0, PlatformDependent.usedDirectMemory());
    }

    @Override
    public void close() {
        join(server.shutdown(0, TimeUnit.SECONDS));
        join(vertx.close());
    }

    private static void join(Future<?> future) {
        future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
