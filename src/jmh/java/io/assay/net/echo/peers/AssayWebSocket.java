package io.assay.net.echo.peers;

import io.assay.future.Promise;
import io.assay.net.http.HttpServer;
import io.assay.net.http.HttpSettings;
import io.assay.net.http.WebSocket;
import io.assay.net.http.WebSocketHandler;
import io.assay.net.tcp.NetLoop;
import io.assay.net.tcp.TcpSettings;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Our HTTP server with a WebSocket endpoint. */
final class AssayWebSocket {
    private AssayWebSocket() {}

    static EchoServer server(Answer answer) {
        return server(AssayLoop.POOLED, TcpSettings.DEFAULT, loop -> switch (answer) {
            case AT_ONCE -> new AtOnce();
            case NEXT_TURN -> new Later(promise -> loop.events().execute(() -> promise.complete(true)));
            case TIMER_1MS ->
                new Later(promise -> loop.events().schedule(() -> promise.complete(true), 1, TimeUnit.MILLISECONDS));
        });
    }

    static EchoServer nagle() {
        return server(AssayLoop.POOLED, TcpSettings.DEFAULT.withNoDelay(false), loop -> new AtOnce());
    }

    static EchoServer noReuse() {
        return server(0, TcpSettings.DEFAULT, loop -> new AtOnce());
    }

    private static EchoServer server(long pooled, TcpSettings tcp, Function<NetLoop, WebSocketHandler> handler) {
        return new AssayLoop(
                pooled,
                loop -> HttpServer.builder()
                        .settings(HttpSettings.DEFAULT.withTcp(tcp))
                        .webSocket("/", () -> handler.apply(loop))
                        .build()
                        .listen(loop, EchoServer.any()));
    }

    private static final class AtOnce implements WebSocketHandler {
        @Override
        public void binary(WebSocket socket, byte[] bytes, int from, int to) {
            socket.binary(bytes, from, to);
        }
    }

    private interface Completer {
        void complete(Promise<Boolean> promise);
    }

    private record Later(Completer completer) implements WebSocketHandler {
        @Override
        public void binary(WebSocket socket, byte[] bytes, int from, int to) {
            // The bytes are lent until this returns.
            byte[] kept = Arrays.copyOfRange(bytes, from, to);
            Promise<Boolean> promise = new Promise<>();
            promise.future().onComplete((value, failure) -> socket.binary(kept, 0, kept.length));
            completer.complete(promise);
        }
    }
}
