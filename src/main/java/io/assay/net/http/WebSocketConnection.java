package io.assay.net.http;

import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.tcp.TcpLimitException;
import io.assay.net.websocket.CloseCode;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.MessageDecoder;
import io.assay.net.websocket.MessageSink;
import io.assay.net.websocket.Opcode;
import io.assay.net.websocket.WebSocketError;
import io.assay.net.websocket.WebSocketLimits;
import org.jspecify.annotations.Nullable;

/** A server's WebSocket on a connection that was upgraded: messages, control frames and the end (RFC 6455). */
final class WebSocketConnection implements TcpHandler, MessageSink {
    private static final byte[] NOTHING = {};

    private final TcpConnection connection;
    private final WebSocketHandler handler;
    private final MessageDecoder decoder;
    private final WebSocketSender sender;
    /** Whether a silent peer was asked if it is still there. */
    private boolean asked;

    private int code = CloseCode.ABNORMAL;

    WebSocketConnection(
            TcpConnection connection, WebSocketLimits limits, WebSocketHandler handler, @Nullable String subprotocol) {
        this.connection = connection;
        this.handler = handler;
        decoder = new MessageDecoder(true, limits, connection.loop().arrays());
        sender = new WebSocketSender(connection, subprotocol);
    }

    /** Takes the connection over; what has come behind the request is ours. */
    void begin() {
        connection.handler(this);
        handler.opened(sender);
    }

    @Override
    public int received(TcpConnection ignored, byte[] bytes, int from, int to) {
        asked = false;
        if (!connection.writable()) return 0;
        int n = decoder.decode(bytes, from, to, this);
        WebSocketError error = decoder.error();
        if (error == null) return n;
        code = error.closeCode();
        sender.lastFrame(FrameEncoder.closePayload(code, ""));
        connection.close();
        return to - from;
    }

    /** The rest is given again when the peer has read some of what it has asked for. */
    private void heedMark() {
        if (!connection.writable()) decoder.pause();
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        if (!sender.closed()) handler.text(sender, bytes, from, to);
        heedMark();
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        if (!sender.closed()) handler.binary(sender, bytes, from, to);
        heedMark();
    }

    @Override
    public void ping(byte[] bytes, int from, int to) {
        sender.send(true, Opcode.PONG, bytes, from, to);
        heedMark();
    }

    @Override
    public void pong(byte[] bytes, int from, int to) {
        if (!sender.closed()) handler.pong(sender, bytes, from, to);
        heedMark();
    }

    @Override
    public void close(int peersCode, byte[] bytes, int from, int to) {
        code = peersCode;
        sender.lastFrame(peersCode == CloseCode.NONE ? NOTHING : FrameEncoder.closePayload(peersCode, ""));
        // Section 7.1.1: the server ends the TCP connection first.
        connection.close();
    }

    @Override
    public void writable(TcpConnection ignored) {
        if (!sender.closed()) handler.writable(sender);
    }

    @Override
    public void timedOut(TcpConnection ignored) {
        if (sender.closed()) {
            connection.close();
        } else if (asked || connection.pendingOutput() > 0) {
            connection.abort();
        } else {
            asked = true;
            sender.ping(NOTHING, 0, 0);
        }
    }

    @Override
    public void stopping(TcpConnection ignored) {
        sender.close(CloseCode.GOING_AWAY, "");
    }

    @Override
    public void closed(TcpConnection ignored, @Nullable Throwable cause) {
        decoder.release();
        // A handler that sends without a look at writable() should not have to guess why.
        if (cause instanceof TcpLimitException) connection.loop().report(handler, cause);
        handler.closed(sender, code);
    }
}
