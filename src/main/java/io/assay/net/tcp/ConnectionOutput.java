package io.assay.net.tcp;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** The output of one connection: its marks, its limit, and when it goes out. */
final class ConnectionOutput {
    private final TcpConnection connection;
    private final NetLoop loop;
    private final TcpSettings settings;
    private final OutputQueue queue;
    private boolean aboveWater;
    /** Waits for the loop's flush. */
    private boolean dirty;

    ConnectionOutput(TcpConnection connection, NetLoop loop, TcpSettings settings) {
        this.connection = connection;
        this.loop = loop;
        this.settings = settings;
        queue = new OutputQueue(loop.chunks);
    }

    long pending() {
        return queue.pending();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    boolean aboveWater() {
        return aboveWater;
    }

    boolean dirty() {
        return dirty;
    }

    void write(byte[] bytes, int from, int to, boolean handlerIsCalled) {
        queue.add(bytes, from, to);
        if (!handlerIsCalled && !dirty) {
            dirty = true;
            loop.flushLater(connection);
        }
        if (queue.pending() > settings.highWater() && !aboveWater) {
            aboveWater = true;
            connection.updateInterest();
        }
        if (queue.pending() > settings.maxOutput()) {
            connection.fail(new TcpLimitException(
                    "more than " + settings.maxOutput() + " bytes of output that the peer does not read"));
        }
    }

    /** Gives the system what it takes now; says whether the low-water mark was reached again. */
    boolean flush(SocketChannel channel) throws IOException {
        dirty = false;
        long n = queue.writeTo(channel);
        if (n > 0) {
            connection.moved();
            loop.counters.add(Counters.BYTES_WRITTEN, n);
        }
        if (!aboveWater || queue.pending() > settings.lowWater()) return false;
        aboveWater = false;
        return true;
    }

    void release() {
        queue.release();
    }
}
