package io.assay.net.echo.peers;

import io.assay.net.tcp.Flush;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.tcp.TcpSettings;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.MessageDecoder;
import io.assay.net.websocket.Opcode;
import io.assay.net.websocket.WebSocketLimits;
import org.jspecify.annotations.Nullable;

/**
 * Our codec straight on our TCP, without the HTTP server's endpoint: what that costs, and the ground for ablations of steps that
 * lie inside it.
 */
final class BareWebSocket implements TcpHandler, BareSink {
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
        int length = BareSink.requestLength(bytes, from, to);
        if (length == 0) return 0;
        peer.write(BareSink.answer(bytes, from, from + length));
        connection = peer;
        decoder = new MessageDecoder(true, WebSocketLimits.DEFAULT, peer.loop().arrays());
        return length;
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        connection.write(head, 0, FrameEncoder.head(head, 0, true, Opcode.BINARY, to - from));
        if (twoWrites) Flush.now(connection);
        connection.write(bytes, from, to);
        if (!connection.writable()) decoder.pause();
    }

    @Override
    public void close(int code, byte[] bytes, int from, int to) {
        connection.close();
    }

    @Override
    public void closed(TcpConnection ended, @Nullable Throwable cause) {
        if (decoder != null) decoder.release();
    }
}
