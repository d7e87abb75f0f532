package io.assay.net.echo;

import io.assay.net.echo.peers.EchoServer;
import io.assay.net.websocket.Handshake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A server of one connection that sends back what a fault makes of the bytes, or ends the connection where that gives null. */
final class PlantedServer implements AutoCloseable {
    private final ServerSocket listening =
            new ServerSocket(0, 1, EchoServer.any().getAddress());
    private final boolean webSocket;
    private final Fault fault;

    /** What is to be sent for {@code count} bytes that have come. */
    interface Fault {
        byte @Nullable [] apply(byte[] bytes, int count);
    }

    PlantedServer(boolean webSocket, Fault fault) throws IOException {
        this.webSocket = webSocket;
        this.fault = fault;
        Thread thread = new Thread(this::serve, "planted");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private void serve() {
        try (Socket socket = listening.accept()) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] bytes = new byte[64 << 10];
            if (webSocket) upgrade(in, out, bytes);
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                byte[] answer = fault.apply(bytes, n);
                if (answer == null) return;
                out.write(answer);
            }
        } catch (IOException e) {
            // The client, which is what is tested, has given up.
        }
    }

    private static void upgrade(InputStream in, OutputStream out, byte[] bytes) throws IOException {
        String request = new String(bytes, 0, in.read(bytes), StandardCharsets.ISO_8859_1);
        String key = request.split("Sec-WebSocket-Key: ")[1].split("\r\n")[0];
        out.write(("HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + Handshake.accept(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
