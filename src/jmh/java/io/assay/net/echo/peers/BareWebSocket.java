package io.assay.net.echo.peers;

import io.assay.net.tcp.Flush;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.tcp.TcpSettings;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.Handshake;
import io.assay.net.websocket.MessageDecoder;
import io.assay.net.websocket.MessageSink;
import io.assay.net.websocket.Opcode;
import io.assay.net.websocket.WebSocketLimits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Our codec straight on our TCP, without the HTTP server's endpoint: what that costs, and the ground for ablations of steps that
 * lie inside it. Its handshake believes the client.
 */
final class BareWebSocket implements TcpHandler, MessageSink {
    private static final String KEY = "Sec-WebSocket-Key: ";
    private static final String END = "\r\n\r\n";

    private final boolean twoWrites;
    private final @Nullable ByteUnmasking unmasking;
    private final byte[] head = new byte[FrameEncoder.LONGEST_HEAD];
    private @Nullable TcpConnection connection;
    private @Nullable MessageDecoder decoder;

    private BareWebSocket(boolean twoWrites, boolean byBytes) {
        this.twoWrites = twoWrites;
        unmasking = byBytes ? new ByteUnmasking() : null;
    }

    static EchoServer server(boolean twoWrites, boolean byBytes) {
        return new AssayLoop(
                AssayLoop.POOLED,
                loop -> loop.listen(
                        EchoServer.any(), TcpSettings.DEFAULT, () -> new BareWebSocket(twoWrites, byBytes)));
    }

    @Override
    public int received(TcpConnection from, byte[] bytes, int start, int end) {
        if (decoder == null) return handshake(from, bytes, start, end);
        if (!from.writable()) return 0;
        int to = unmasking == null ? end : unmasking.unmask(bytes, start, end);
        int done = decoder.decode(bytes, start, to, this);
        if (done == MessageDecoder.REFUSED) throw new IllegalStateException("refused: " + decoder.error());
        if (unmasking != null) unmasking.taken(done);
        return done;
    }

    private int handshake(TcpConnection peer, byte[] bytes, int from, int to) {
        String request = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int end = request.indexOf(END);
        if (end < 0) return 0;
        int key = request.indexOf(KEY) + KEY.length();
        String accept = Handshake.accept(request.substring(key, request.indexOf("\r\n", key)));
        peer.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept + END)
                .getBytes(StandardCharsets.ISO_8859_1));
        connection = peer;
        decoder = new MessageDecoder(true, WebSocketLimits.DEFAULT, peer.loop().arrays());
        return end + END.length();
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        connection.write(head, 0, FrameEncoder.head(head, 0, true, Opcode.BINARY, to - from));
        if (twoWrites) Flush.now(connection);
        connection.write(bytes, from, to);
        if (!connection.writable()) decoder.pause();
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        unexpected("a text");
    }

    @Override
    public void ping(byte[] bytes, int from, int to) {
        unexpected("a ping");
    }

    @Override
    public void pong(byte[] bytes, int from, int to) {
        unexpected("a pong");
    }

    @Override
    public void close(int code, byte[] bytes, int from, int to) {
        connection.close();
    }

    private static void unexpected(String what) {
        throw new IllegalStateException(what + " from a client that sends octets only");
    }

    @Override
    public void closed(TcpConnection ended, @Nullable Throwable cause) {
        if (decoder != null) decoder.release();
    }
}
