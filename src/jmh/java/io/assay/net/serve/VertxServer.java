package io.assay.net.serve;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/** Vert.x, one event loop, NIO; its handler of bodies. */
final class VertxServer implements HttpPeer {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final Vertx vertx;
    private final HttpServer server;
    private final HttpDate<CharSequence> date = new HttpDate<>(HttpHeaders::createOptimized);

    VertxServer(WebApp app, Answering answering, int port) {
        Dispatch dispatch = new Dispatch(app);
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(InetAddress.getLoopbackAddress().getHostAddress())
                        .setPort(port)
                        // It would wait for a preface of HTTP/2 at the start of each connection.
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(request -> request.bodyHandler(body -> answer(dispatch, answering, request, body)));
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(Dispatch dispatch, Answering answering, HttpServerRequest request, Buffer body) {
        byte[] bytes = body.getBytes();
        Reply reply = dispatch.reply(request.method().name(), request.path(), bytes, 0, bytes.length);
        if (answering == Answering.ASYNC) {
            vertx.runOnContext(nothing -> write(request.response(), reply));
        } else {
            write(request.response(), reply);
        }
    }

    private void write(HttpServerResponse response, Reply reply) {
        response.setStatusCode(reply.status()).putHeader(HttpHeaders.DATE, date.now());
        if (reply.body().length > 0) response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        if (reply.allow() != null) response.putHeader("Allow", reply.allow());
        response.end(Buffer.buffer(reply.body()));
    }

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.shutdown(0, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
