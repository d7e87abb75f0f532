package io.assay.net.hold;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The clients' side of held connections. For one thread. */
final class HeldClients implements AutoCloseable {
    private static final byte[] REQUEST = ascii("GET /ping HTTP/1.1\r\nHost: x\r\n\r\n");
    private static final byte[] SLOW_START = ascii("GET /ping HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    private static final byte[] UPGRADE =
            ascii("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");

    private static final int PATIENCE_MILLIS = 20_000;

    private final InetSocketAddress address;
    private final List<SocketChannel> all = new ArrayList<>();
    private final List<SocketChannel> slow = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocate(4_096);
    private int next;

    HeldClients(int port) {
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Opens so many more, each brought to its state. */
    void open(int count, ConnectionState state) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(address);
            all.add(channel);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ConnectionState own = state.of(i);
            switch (own) {
                case KEEP_ALIVE -> ask(channel, REQUEST, "HTTP/1.1 200", "\r\n\r\npong");
                case WEBSOCKET -> ask(channel, UPGRADE, "HTTP/1.1 101", "\r\n\r\n");
                default -> {
                    channel.write(ByteBuffer.wrap(SLOW_START));
                    slow.add(channel);
                }
            }
            channel.configureBlocking(false);
        }
    }

    private void ask(SocketChannel channel, byte[] request, String start, String end) throws IOException {
        channel.write(ByteBuffer.wrap(request));
        channel.socket().setSoTimeout(PATIENCE_MILLIS);
        InputStream from = channel.socket().getInputStream();
        in.clear();
        String answer = "";
        while (!answer.endsWith(end)) {
            // By the socket's stream, which gives up in time.
            int n = from.read(in.array(), in.position(), in.remaining());
            if (n < 0) throw new EOFException("the server has ended the connection: " + answer);
            in.position(in.position() + n);
            answer = new String(in.array(), 0, in.position(), StandardCharsets.US_ASCII);
        }
        if (!answer.startsWith(start)) throw new IOException("not " + start + " but " + answer);
    }

    /** Sends one byte more on so many of the slow ones, each in its turn. */
    void dribble(int count) {
        for (int i = 0; i < count && !slow.isEmpty(); i++) {
            next = (next + 1) % slow.size();
            try {
                slow.get(next).write(ByteBuffer.wrap(new byte[] {'a'}));
            } catch (IOException e) {
                // The server has ended it; it is counted when they are.
                slow.remove(next);
            }
        }
    }

    int slow() {
        return slow.size();
    }

    /** How many are not as they were: ended by the server, or told something. */
    int lost() {
        int lost = 0;
        for (SocketChannel channel : all) {
            try {
                in.clear();
                if (channel.read(in) != 0) lost++;
            } catch (IOException e) {
                lost++;
            }
        }
        return lost;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Resets them: with an end of its own each would leave a port that waits. */
    @Override
    public void close() throws IOException {
        for (SocketChannel channel : all) {
            channel.configureBlocking(true);
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
    }
}
