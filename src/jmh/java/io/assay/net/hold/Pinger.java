package io.assay.net.hold;

import io.assay.net.load.Watchdog;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One client with one connection: a request and its answer, both by one system call as a rule. */
final class Pinger implements AutoCloseable {
    private static final byte[] END = "\r\n\r\npong".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] START = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer request = ByteBuffer.allocateDirect(64);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(1_024);
    private final SocketChannel channel;
    private final Watchdog watchdog;

    Pinger(int port) {
        this(port, Watchdog.PATIENCE);
    }

    Pinger(int port, long patience) {
        request.put("GET /ping HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                .flip();
        try {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        watchdog = new Watchdog(channel, patience);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @return the answer's length
     * @throws IllegalStateException if it is another one
     * @throws UncheckedIOException if it does not come in 20 s
     */
    int ping() {
        watchdog.expect();
        try {
            channel.write(request.rewind());
            answer.clear();
            do {
                if (channel.read(answer) < 0) throw new EOFException("the server has ended the connection");
            } while (!ends());
        } catch (IOException e) {
            throw new UncheckedIOException(channel.isOpen() ? e.toString() : "no answer, or not all of it", e);
        }
        watchdog.came();
        if (!matches(0, START)) throw new IllegalStateException("not 200");
        return answer.position();
    }

    private boolean ends() {
        return answer.position() > END.length && matches(answer.position() - END.length, END);
    }

    private boolean matches(int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (answer.get(at + i) != wanted[i]) return false;
        }
        return true;
    }

    @Override
    public void close() {
        watchdog.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
