package io.assay.net.echo.peers;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.InetSocketAddress;

/** Vert.x, one event loop. */
final class VertxWebSocket implements EchoServer {
    private final Vertx vertx = VertxTcp.oneLoop();
    private final Answer answer;
    private final HttpServer server;

    VertxWebSocket(Answer answer) {
        this.answer = answer;
        HttpServerOptions options = new HttpServerOptions()
                .setTcpNoDelay(true)
                .setMaxWebSocketFrameSize(WebSocketServers.LONGEST)
                .setMaxWebSocketMessageSize(WebSocketServers.LONGEST);
        server = vertx.createHttpServer(options).webSocketHandler(socket -> {
            // The client ends its connections by a reset.
            socket.exceptionHandler(reset -> {});
            socket.binaryMessageHandler(message -> received(socket, message));
        });
        VertxTcp.get(server.listen(0, EchoServer.any().getHostString()));
    }

    private void received(ServerWebSocket socket, Buffer message) {
        if (answer == Answer.AT_ONCE) {
            send(socket, message);
            return;
        }
        Promise<Boolean> promise = Promise.promise();
        promise.future().onSuccess(done -> send(socket, message));
        if (answer == Answer.NEXT_TURN) {
            vertx.runOnContext(turn -> promise.complete(true));
        } else {
            vertx.setTimer(1, id -> promise.complete(true));
        }
    }

    private static void send(ServerWebSocket socket, Buffer message) {
        socket.writeBinaryMessage(message);
        if (socket.writeQueueFull()) {
            socket.pause();
            socket.drainHandler(drained -> socket.resume());
        }
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(EchoServer.any().getAddress(), server.actualPort());
    }

    @Override
    public void close() {
        VertxTcp.close(vertx);
    }
}
