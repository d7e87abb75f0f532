package io.assay.net.serve;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Undertow, one I/O thread; handlers run on it. */
final class UndertowServer implements HttpPeer {
    private final Undertow server;

    UndertowServer(WebApp app, Answering answering, int port) {
        UndertowLog.quiet();
        Dispatch dispatch = new Dispatch(app);
        server = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(1)
                // What keep-alive means anyway in HTTP/1.1.
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setSocketOption(org.xnio.Options.BACKLOG, 1_024)
                .addHttpListener(port, InetAddress.getLoopbackAddress().getHostAddress())
                .setHandler(exchange -> exchange.getRequestReceiver()
                        .receiveFullBytes((received, body) -> answer(dispatch, answering, received, body)))
                .build();
        server.start();
    }

    private static void answer(Dispatch dispatch, Answering answering, HttpServerExchange exchange, byte[] body) {
        Reply reply =
                dispatch.reply(exchange.getRequestMethod().toString(), exchange.getRequestPath(), body, 0, body.length);
        if (answering == Answering.ASYNC) {
            exchange.dispatch(exchange.getIoThread(), () -> write(exchange, reply));
        } else {
            write(exchange, reply);
        }
    }

    private static void write(HttpServerExchange exchange, Reply reply) {
        exchange.setStatusCode(reply.status());
        if (reply.body().length > 0) exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        if (reply.allow() != null) exchange.getResponseHeaders().put(Headers.ALLOW, reply.allow());
        exchange.getResponseSender().send(ByteBuffer.wrap(reply.body()));
    }

    @Override
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
