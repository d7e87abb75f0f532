package io.assay.net.http;

import io.assay.future.Future;
import io.assay.net.tcp.NetLoop;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.tcp.TcpServer;
import io.assay.router.HttpMethod;
import io.assay.router.RouteException;
import io.assay.router.Router;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * An HTTP/1.1 server (RFC 9112, RFC 9110): routes, and settings. Immutable and thread-safe; it may listen on any number of
 * loops.
 */
public final class HttpServer {
    private final Router<Endpoint> router;
    private final HttpSettings settings;

    private HttpServer(Builder builder) {
        router = builder.routes.build();
        settings = builder.settings;
    }

    /** A server without routes. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Listens on a loop; any thread.
     *
     * @return what stops it; fails with an {@link java.io.IOException} where the address cannot be had
     */
    public Future<TcpServer> listen(NetLoop loop, InetSocketAddress address) {
        // Made by the loop's thread, with which it stays.
        LoopState[] state = new LoopState[1];
        return loop.listen(address, settings.tcp(), () -> {
            LoopState known = state[0];
            if (known == null) {
                known = new LoopState(loop, settings, router);
                state[0] = known;
            }
            return new Opening(known);
        });
    }

    /** Waits for the connection, which the handler of requests then knows. */
    private record Opening(LoopState loop) implements TcpHandler {
        @Override
        public void opened(TcpConnection connection) {
            connection.handler(new HttpConnection(loop, connection));
        }

        @Override
        public int received(TcpConnection connection, byte[] bytes, int from, int to) {
            return 0;
        }
    }

    /** Collects routes and settings. */
    public static final class Builder {
        private final Router.Builder<Endpoint> routes = Router.builder();
        private HttpSettings settings = HttpSettings.DEFAULT;

        private Builder() {}

        /** Sets the settings. */
        public Builder settings(HttpSettings value) {
            settings = value;
            return this;
        }

        /** Adds a handler that may answer later; templates are the {@link Router}'s. */
        public Builder route(HttpMethod method, String template, HttpHandler handler) {
            routes.add(method, template, new Endpoint.Plain(handler));
            return this;
        }

        /** Adds a handler that answers at once. */
        public Builder answer(HttpMethod method, String template, Answer answer) {
            return route(method, template, request -> Future.value(answer.to(request)));
        }

        /** Adds a WebSocket endpoint: a handler for each connection that GET upgrades (RFC 6455), whoever asks. */
        public Builder webSocket(String template, Supplier<? extends WebSocketHandler> handlers) {
            return upgrade(template, request -> Upgrade.to(handlers.get()));
        }

        /** Adds a WebSocket endpoint that looks at the request, and may refuse it or choose a subprotocol. */
        public Builder upgrade(String template, UpgradeHandler handler) {
            routes.add(HttpMethod.GET, template, new Endpoint.Upgrading(handler));
            return this;
        }

        /**
         * Builds the server.
         *
         * @throws RouteException when a template is malformed, or routes collide
         */
        public HttpServer build() {
            return new HttpServer(this);
        }
    }

    /** Answers a request at once; {@link HttpHandler} has the contract. */
    @FunctionalInterface
    public interface Answer {
        /** The answer to a request. */
        HttpResponse to(HttpRequest request) throws Exception;
    }
}
