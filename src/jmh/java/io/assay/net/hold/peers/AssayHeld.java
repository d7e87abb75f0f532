package io.assay.net.hold.peers;

import io.assay.net.http.HttpResponse;
import io.assay.net.http.HttpServer;
import io.assay.net.http.HttpSettings;
import io.assay.net.http.WebSocketHandler;
import io.assay.net.tcp.NetLoop;
import io.assay.net.tcp.TcpServer;
import io.assay.net.tcp.TcpSettings;
import io.assay.router.HttpMethod;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Ours. */
final class AssayHeld implements HeldServer {
    private static final HttpResponse PONG = HttpResponse.text(200, "pong");

    private final NetLoop loop = NetLoop.builder()
            .threads(task -> {
                Thread thread = new Thread(task, "measured-loop");
                thread.setDaemon(true);
                return thread;
            })
            .build();
    private final TcpServer server;

    AssayHeld() {
        loop.events().start();
        server = HttpServer.builder()
                .settings(HttpSettings.DEFAULT
                        .withTimes(0, 0)
                        .withTcp(TcpSettings.DEFAULT.withTimes(0, 0).withMaxConnections(1_000_000)))
                .answer(HttpMethod.GET, "/ping", request -> PONG)
                .webSocket("/ws", () -> new WebSocketHandler() {})
                .build()
                .listen(loop, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public int port() {
        return server.address().getPort();
    }

    @Override
    public void close() {
        loop.close(0).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
