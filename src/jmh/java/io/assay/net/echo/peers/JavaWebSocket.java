package io.assay.net.echo.peers;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Java-WebSocket: a selector's thread that reads and writes, and a worker that decodes and answers. */
final class JavaWebSocket implements EchoServer {
    private final Server server = new Server();

    JavaWebSocket() {
        server.setTcpNoDelay(true);
        server.setReuseAddr(true);
        server.setConnectionLostTimeout(0);
        server.setMaxPendingConnections(1_024);
        server.setDaemon(true);
        server.start();
        try {
            if (!server.started.await(PATIENCE, TimeUnit.SECONDS)) throw new IllegalStateException("it does not start");
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while it starts", e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(EchoServer.any().getAddress(), server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop(PATIENCE * 1_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while it ends", e);
        } catch (ClosedSelectorException ended) {
            // It closes all connections, then wakes its thread: with a thousand of them that has ended before.
        }
    }

    private static final class Server extends WebSocketServer {
        final CountDownLatch started = new CountDownLatch(1);

        Server() {
            super(EchoServer.any(), 1);
        }

        @Override
        public void onMessage(WebSocket socket, ByteBuffer message) {
            socket.send(message);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onMessage(WebSocket socket, String message) {}

        @Override
        public void onError(WebSocket socket, Exception failure) {
            // The client ends its connections by a reset; an answer that is lost is found by the client.
            if (socket != null) socket.close();
        }
    }
}
