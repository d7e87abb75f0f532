package io.assay.net.echo;

import io.assay.net.load.Watchdog;
import io.assay.net.websocket.Handshake;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Opens the client's side of connections. */
enum Dial {
    /** Bytes as they are. */
    PLAIN,
    /** A WebSocket on the path {@code /}. */
    WEB_SOCKET;

    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String END = "\r\n\r\n";
    private static final int ANSWER = 4 << 10;

    /** A connection that blocks, without delays; its end is a reset, as thousands of ports in TIME_WAIT would be lacking later. */
    SocketChannel connect(InetSocketAddress server) {
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.connect(server);
                if (this == WEB_SOCKET) {
                    try (Watchdog watchdog = new Watchdog(channel)) {
                        watchdog.expect();
                        upgrade(channel, server);
                    }
                }
                return channel;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EchoException("no connection to " + server + ": " + e, e);
        }
    }

    private static void upgrade(SocketChannel channel, InetSocketAddress server) throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: " + server.getHostString() + ":" + server.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + KEY + END;
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer answer = ByteBuffer.allocate(ANSWER);
        String text = "";
        while (!text.endsWith(END)) {
            if (channel.read(answer) < 0 || !answer.hasRemaining()) throw new EchoException("no upgrade: " + text);
            text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        }
        boolean accepted = text.lines()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-accept:")
                        && line.substring(line.indexOf(':') + 1).strip().equals(Handshake.accept(KEY)));
        if (!text.startsWith("HTTP/1.1 101 ") || !accepted) throw new EchoException("no upgrade: " + text);
    }
}
