package io.assay.net.echo.peers;

import io.assay.net.ArrayPool;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.MessageDecoder;
import io.assay.net.websocket.Opcode;
import io.assay.net.websocket.WebSocketLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Our codec on a socket that blocks: what one read has brought is answered by one write. A peer that does not read holds up its
 * own thread.
 */
final class BlockingWebSocket implements BlockingServer.Session, BareSink {
    private static final int KEPT = 1 << 20;

    private final ByteBuffer in = ByteBuffer.allocateDirect(BlockingServer.INPUT);
    private final byte[] bytes = new byte[BlockingServer.INPUT];
    private final byte[] head = new byte[FrameEncoder.LONGEST_HEAD];
    private final MessageDecoder decoder = new MessageDecoder(true, WebSocketLimits.DEFAULT, new ArrayPool(KEPT));
    private ByteBuffer out = ByteBuffer.allocateDirect(BlockingServer.INPUT);
    private boolean closed;

    @Override
    public void serve(SocketChannel channel) throws IOException {
        int answered = handshake(channel);
        int held = in.position() - answered;
        in.get(answered, bytes, 0, held);
        decode(channel, held);
        while (!closed) {
            int count = channel.read(in.clear());
            if (count < 0) return;
            in.get(0, bytes, 0, count);
            decode(channel, count);
        }
    }

    /** Answers the request; says where in the input it ends. */
    private int handshake(SocketChannel channel) throws IOException {
        while (true) {
            if (channel.read(in) <= 0) throw new IOException("no request of an upgrade, but " + in);
            in.get(0, bytes, 0, in.position());
            int length = BareSink.requestLength(bytes, 0, in.position());
            if (length == 0) continue;
            ByteBuffer answer = ByteBuffer.wrap(BareSink.answer(bytes, 0, length));
            while (answer.hasRemaining()) channel.write(answer);
            return length;
        }
    }

    private void decode(SocketChannel channel, int count) throws IOException {
        if (decoder.decode(bytes, 0, count, this) < 0) throw new IllegalStateException("refused: " + decoder.error());
        out.flip();
        while (out.hasRemaining()) channel.write(out);
        out.clear();
    }

    @Override
    public void binary(byte[] message, int from, int to) {
        int length = FrameEncoder.head(head, 0, true, Opcode.BINARY, to - from);
        int size = length + to - from;
        if (size > out.remaining()) {
            ByteBuffer larger = ByteBuffer.allocateDirect((out.position() + size) * 2);
            out = larger.put(out.flip());
        }
        out.put(head, 0, length).put(message, from, to - from);
    }

    @Override
    public void close(int code, byte[] reason, int from, int to) {
        closed = true;
    }
}
