package io.assay.net.http;

import io.assay.net.tcp.TcpConnection;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Frames on their way out; nothing after a close (RFC 6455 section 5.5.1). */
final class WebSocketSender implements WebSocket {
    /** How long the peer may take to answer a close. */
    private static final long CLOSING = TimeUnit.SECONDS.toNanos(5);

    private final TcpConnection connection;
    private final byte[] head = new byte[FrameEncoder.LONGEST_HEAD];
    private final @Nullable String subprotocol;
    private boolean closed;

    WebSocketSender(TcpConnection connection, @Nullable String subprotocol) {
        this.connection = connection;
        this.subprotocol = subprotocol;
    }

    @Override
    public void send(boolean fin, Opcode opcode, byte[] bytes, int from, int to) {
        if (closed) return;
        // Both end up in the same chunk, and go out by one write.
        connection.write(head, 0, FrameEncoder.head(head, 0, fin, opcode, to - from));
        connection.write(bytes, from, to);
    }

    @Override
    public void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(true, Opcode.TEXT, bytes, 0, bytes.length);
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        send(true, Opcode.BINARY, bytes, from, to);
    }

    @Override
    public void ping(byte[] bytes, int from, int to) {
        send(true, Opcode.PING, bytes, from, to);
    }

    @Override
    public void close(int code, String reason) {
        if (closed) return;
        lastFrame(FrameEncoder.closePayload(code, reason));
        connection.deadlineIn(CLOSING);
    }

    void lastFrame(byte[] payload) {
        send(true, Opcode.CLOSE, payload, 0, payload.length);
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public @Nullable String subprotocol() {
        return subprotocol;
    }

    @Override
    public boolean writable() {
        return !closed && connection.writable();
    }
}
