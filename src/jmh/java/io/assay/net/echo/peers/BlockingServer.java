package io.assay.net.echo.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** A thread for each connection, which reads and writes in turn; a further one accepts. */
final class BlockingServer implements EchoServer {
    /** What is read at once. */
    static final int INPUT = 64 << 10;

    /** Serves one connection until that ends; for one thread. */
    interface Session {
        void serve(SocketChannel channel) throws IOException;
    }

    private final ThreadFactory threads;
    private final Supplier<Session> sessions;
    private final ServerSocketChannel listening;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    BlockingServer(ThreadFactory threads, Supplier<Session> sessions) {
        this.threads = threads;
        this.sessions = sessions;
        try {
            listening = ServerSocketChannel.open().bind(EchoServer.any(), 1_024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Daemons.thread(this::accept);
        accepting.start();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = listening.accept();
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                open.add(channel);
                threads.newThread(() -> serve(channel)).start();
            }
        } catch (IOException e) {
            // Closing the listening socket is how this thread is ended.
            if (listening.isOpen()) throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            sessions.get().serve(channel);
        } catch (IOException e) {
            // The client ends its connections by a reset, the server its own by closing them: both end this one.
        } finally {
            open.remove(channel);
        }
    }

    /** Sends the bytes back as they come. */
    static void bytes(SocketChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(INPUT);
        while (channel.read(buffer.clear()) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) channel.write(buffer);
        }
    }

    @Override
    public InetSocketAddress address() {
        try {
            return (InetSocketAddress) listening.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (SocketChannel channel : open) channel.close();
            accepting.join(PATIENCE * 1_000L);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the blocking server does not end", e);
        }
    }
}
