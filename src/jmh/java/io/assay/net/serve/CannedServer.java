package io.assay.net.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;

/**
 * No HTTP server: it counts the bytes of requests that all have one length, and sends the same bytes for each. What a server
 * of one loop on the JDK's channels has left to do when it does nothing; with it, the client is at its own limit.
 */
public final class CannedServer implements HttpPeer {
    private final Selector selector;
    private final ServerSocketChannel listening;
    private final int requestLength;
    private final ByteBuffer answer;
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;

    /** Starts it. */
    public CannedServer(int requestLength, byte[] answer, int port) {
        this.requestLength = requestLength;
        this.answer = ByteBuffer.allocateDirect(answer.length).put(answer).flip();
        try {
            selector = Selector.open();
            listening = ServerSocketChannel.open();
            listening.bind(HttpPeer.anyPort(port), 1_024);
            listening.configureBlocking(false);
            listening.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread loop = new Thread(this::run, "measured-canned");
        loop.setDaemon(true);
        loop.start();
    }

    private void run() {
        try {
            while (!closed) selector.select(this::ready);
            for (SelectionKey key : selector.keys()) key.channel().close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ended.countDown();
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) accept();
            else read(key);
        } catch (IOException e) {
            // The client has ended the connection by a reset.
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = listening.accept();
        if (channel == null) return;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.register(selector, SelectionKey.OP_READ, new int[1]);
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        int count = channel.read(in.clear());
        if (count < 0) {
            channel.close();
            return;
        }
        int[] held = (int[]) key.attachment();
        held[0] += count;
        while (held[0] >= requestLength) {
            held[0] -= requestLength;
            channel.write(answer.rewind());
        }
    }

    @Override
    public int port() {
        return listening.socket().getLocalPort();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
