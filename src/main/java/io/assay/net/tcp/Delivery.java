package io.assay.net.tcp;

import io.assay.Checks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * Reads the input of one connection and calls its handler: one call at a time, what was left of the input before what
 * comes, and behind each call the output that it made.
 */
final class Delivery {
    private final TcpConnection connection;
    private final NetLoop loop;
    private final int most;
    private final HeldInput held;
    private TcpHandler handler;
    private boolean paused;
    private boolean ended;
    private boolean calling;
    private boolean again;

    Delivery(TcpConnection connection, NetLoop loop, int most, TcpHandler handler) {
        this.connection = connection;
        this.loop = loop;
        this.most = most;
        this.handler = handler;
        held = new HeldInput(loop.arrays);
    }

    TcpHandler handler() {
        return handler;
    }

    /** Whether the handler is being called: what it writes goes out when it returns. */
    boolean calling() {
        return calling;
    }

    boolean paused() {
        return paused;
    }

    boolean ended() {
        return ended;
    }

    int unread() {
        return held.length();
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    void release() {
        held.release();
    }

    void hand(TcpHandler next) {
        handler = next;
        deliverHeld();
        again = true;
    }

    void read(SocketChannel channel) {
        // No more than may be kept, so that what the handler has no use for yet never costs more.
        int room = most - held.length();
        ByteBuffer buffer = loop.input.clear();
        if (room < buffer.capacity()) buffer.limit(Math.max(1, room));
        int n;
        try {
            n = channel.read(buffer);
        } catch (IOException e) {
            connection.fail(e);
            return;
        }
        if (n < 0) {
            ended = true;
            connection.inputEnded();
            return;
        }
        // Ready for nothing, as the system may say: no movement, and nothing new to be told.
        if (n == 0) return;
        loop.counters.add(Counters.BYTES_READ, n);
        // What is thrown away is no reason to wait longer for a peer that does not read.
        if (!connection.isOpen()) return;
        if (room <= 0) {
            connection.fail(new TcpLimitException("more than " + most + " bytes of input that was left for later"));
            return;
        }
        connection.moved();
        byte[] bytes = loop.inputArray;
        buffer.get(0, bytes, 0, n);
        if (held.isEmpty()) {
            deliver(bytes, n);
        } else {
            held.append(bytes, 0, n);
            deliverHeld();
        }
    }

    /** Gives bytes that lie in the loop's own array, and keeps what is left of them. */
    private void deliver(byte[] bytes, int to) {
        int at = 0;
        calling = true;
        try {
            do {
                again = false;
                at += accepted(handler.received(connection, bytes, at, to), to - at);
            } while (again && at < to && connection.isOpen());
        } catch (Throwable failure) {
            connection.failed(failure);
            return;
        } finally {
            calling = false;
        }
        if (at < to && connection.isOpen()) held.append(bytes, at, to - at);
        connection.called();
    }

    /** Gives what was left again, unless nothing is to be read now. */
    void deliverHeld() {
        if (held.isEmpty() || !connection.isOpen() || paused || connection.aboveWater()) return;
        if (calling) {
            again = true;
            return;
        }
        calling = true;
        try {
            do {
                again = false;
                int given = held.length();
                int n = accepted(handler.received(connection, held.bytes, held.from, held.to), given);
                // Closing has given the array back.
                if (connection.isOpen()) held.skip(n);
            } while (again && !held.isEmpty() && connection.isOpen());
        } catch (Throwable failure) {
            connection.failed(failure);
            return;
        } finally {
            calling = false;
        }
        connection.called();
    }

    private static int accepted(int count, int given) {
        if (Checks.ENABLED) Objects.checkIndex(count, given + 1);
        return count;
    }

    /** Calls the handler for something else than input. */
    void call(Runnable action) {
        boolean outer = calling;
        calling = true;
        if (!outer) again = false;
        try {
            action.run();
        } catch (Throwable failure) {
            connection.failed(failure);
            return;
        } finally {
            calling = outer;
        }
        if (outer) return;
        connection.called();
        if (again) deliverHeld();
    }
}
