package io.assay.net.echo.peers;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Jetty, one selector; its pool's threads take turns at selecting and handling. */
final class JettyWebSocket implements EchoServer {
    private static final int THREADS = 8;

    private final Server server;
    private final ServerConnector connector;

    JettyWebSocket() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost(EchoServer.any().getHostString());
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(server, JettyWebSocket::configure));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
    }

    private static void configure(ServerWebSocketContainer container) {
        container.setMaxBinaryMessageSize(WebSocketServers.LONGEST);
        container.setMaxFrameSize(WebSocketServers.LONGEST);
        container.setAutoFragment(false);
        container.setIdleTimeout(Duration.ofMinutes(5));
        container.addMapping("/", (request, response, callback) -> new Echo());
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(EchoServer.any().getAddress(), connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        }
    }

    /** Asks for the next message when the answer to the last one is on its way. */
    public static final class Echo implements Session.Listener {
        private Session session;

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
            opened.demand();
        }

        @Override
        public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
            session.sendBinary(
                    payload,
                    Callback.from(
                            () -> {
                                callback.succeed();
                                session.demand();
                            },
                            callback::fail));
        }
    }
}
