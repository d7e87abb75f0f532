package io.assay.net.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Echoes, and writes down what happened to it. */
class Recorder implements TcpHandler {
    final List<String> calls = new ArrayList<>();
    final CompletableFuture<TcpConnection> opened = new CompletableFuture<>();
    final CompletableFuture<@Nullable Throwable> closed = new CompletableFuture<>();

    @Override
    public void opened(TcpConnection connection) {
        calls.add("opened");
        opened.complete(connection);
    }

    @Override
    public int received(TcpConnection connection, byte[] bytes, int from, int to) {
        connection.write(bytes, from, to);
        return to - from;
    }

    @Override
    public void inputEnded(TcpConnection connection) {
        calls.add("inputEnded");
        connection.close();
    }

    @Override
    public void writable(TcpConnection connection) {
        calls.add("writable");
    }

    @Override
    public void timedOut(TcpConnection connection) {
        calls.add("timedOut");
        connection.abort();
    }

    @Override
    public void closed(TcpConnection connection, @Nullable Throwable cause) {
        calls.add("closed");
        closed.complete(cause);
    }
}
