package io.assay.net.tcp;

import io.assay.Checks;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link NetLoop}; everything here is for the loop's thread. What is written while a handler is called is sent
 * when it returns, what is written elsewhere on the loop when the events that are waiting have been dispatched: so what
 * belongs together goes out by one system call.
 */
public final class TcpConnection extends Deadlines.Entry implements Selectable {
    private static final long NEVER = Long.MAX_VALUE;
    /** A century and more: beyond it the clock would overflow. */
    private static final long LONGEST = Long.MAX_VALUE / 2;

    private enum State {
        CONNECTING,
        OPEN,
        /** Closed by this side; output is left. */
        DRAINING,
        /** All was sent, the end too; what still comes is thrown away until the peer's end or the deadline. */
        LINGERING,
        CLOSED
    }

    private final NetLoop loop;
    private final SocketChannel channel;
    private final TcpSettings settings;
    private final ConnectionOwner owner;
    private final OutputQueue output;
    private final HeldInput held;
    private final SelectionKey key;
    private final Runnable writableAgain = this::writableAgain;
    private TcpHandler handler;
    private @Nullable Object attachment;
    private State state;
    private int interest;
    private boolean paused;
    private boolean aboveWater;
    private boolean inputEnded;
    private boolean delivering;
    private boolean again;
    private boolean dirty;
    private long deadline = NEVER;
    private long lastMoved;

    TcpConnection(NetLoop loop, SocketChannel channel, TcpSettings settings, TcpHandler handler, ConnectionOwner owner)
            throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.settings = settings;
        this.handler = handler;
        this.owner = owner;
        output = new OutputQueue(loop.chunks);
        held = new HeldInput(loop.arrays);
        state = channel.isConnected() ? State.OPEN : State.CONNECTING;
        interest = state == State.OPEN ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
        lastMoved = loop.exactNow();
        key = channel.register(loop.source.selector, interest, this);
    }

    // ---- for handlers

    /** Writes bytes; the array may be used again at once. Without effect once the connection is closed. */
    public void write(byte[] bytes, int from, int to) {
        check();
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, bytes.length);
        if (state != State.OPEN || from == to) return;
        output.add(bytes, from, to);
        if (output.pending() > settings.highWater() && !aboveWater) {
            aboveWater = true;
            updateInterest();
        }
        if (output.pending() > settings.maxOutput()) {
            fail(new TcpLimitException(
                    "more than " + settings.maxOutput() + " bytes of output that the peer does not read"));
        } else if (!delivering && !dirty) {
            dirty = true;
            loop.flushLater(this);
        }
    }

    /** Writes all of an array. */
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** Whether more should be written now: false from the high-water mark until the low one is reached again. */
    public boolean writable() {
        return !aboveWater && state == State.OPEN;
    }

    /** Bytes that were written and that the system has not taken yet. */
    public long pendingOutput() {
        return output.pending();
    }

    /** Bytes of input that were left for later. */
    public int unread() {
        return held.length();
    }

    /** Reads no more until {@link #resumeReading}: TCP lets the peer feel it. */
    public void pauseReading() {
        check();
        paused = true;
        updateInterest();
    }

    /** Reads again. Input that was left is given again: now, or when the handler that is being called returns. */
    public void resumeReading() {
        check();
        if (!paused) return;
        paused = false;
        updateInterest();
        deliverHeld();
    }

    /** Sends what was written, then the end; waits a while for the peer's, and ends. */
    public void close() {
        check();
        if (state == State.CONNECTING) {
            end(null);
        } else if (state == State.OPEN) {
            state = State.DRAINING;
            held.release();
            updateInterest();
            if (!delivering) flush();
        }
    }

    /** Ends at once; what was not sent yet is lost. */
    public void abort() {
        check();
        end(null);
    }

    /** Whether bytes may be written: not closed by this side. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /**
     * Calls {@link TcpHandler#timedOut} after a time, whatever moves until then; replaces the deadline before.
     *
     * @param nanos above 0; 0 or less takes the deadline away
     */
    public void deadlineIn(long nanos) {
        check();
        deadline = nanos <= 0 ? NEVER : after(loop.exactNow(), nanos);
        if (state != State.CLOSED) loop.deadlines.watch(this);
    }

    /** Has another handler serve the connection, from the next call on: input that the current one leaves is given to it. */
    public void handler(TcpHandler next) {
        check();
        handler = next;
        deliverHeld();
        again = true;
    }

    /** What the handler has put here. */
    public @Nullable Object attachment() {
        return attachment;
    }

    /** Keeps something with the connection. */
    public void attach(@Nullable Object object) {
        attachment = object;
    }

    /** The loop. */
    public NetLoop loop() {
        return loop;
    }

    /** The peer's address; null where the connection has none any more. */
    public @Nullable SocketAddress remoteAddress() {
        try {
            return channel.getRemoteAddress();
        } catch (IOException e) {
            return null;
        }
    }

    private void check() {
        if (Checks.ENABLED && !loop.events().inLoop()) {
            throw new IllegalStateException("a connection is used on its loop's thread: loop.events().execute(...)");
        }
    }

    // ---- for the loop

    @Override
    public void ready(int operations) {
        if ((operations & SelectionKey.OP_CONNECT) != 0) finishConnect();
        if ((operations & SelectionKey.OP_WRITE) != 0) flush();
        if ((operations & SelectionKey.OP_READ) != 0 && (interest & SelectionKey.OP_READ) != 0) read();
    }

    void begin() {
        loop.deadlines.watch(this);
        if (state == State.OPEN) call(() -> handler.opened(this));
    }

    private void finishConnect() {
        try {
            channel.finishConnect();
        } catch (IOException e) {
            fail(e);
            return;
        }
        state = State.OPEN;
        deadline = NEVER;
        lastMoved = loop.now();
        updateInterest();
        call(() -> handler.opened(this));
        owner.connected(this);
    }

    private void read() {
        ByteBuffer buffer = loop.input;
        int n;
        try {
            n = channel.read(buffer.clear());
        } catch (IOException e) {
            fail(e);
            return;
        }
        if (n < 0) {
            endOfInput();
            return;
        }
        loop.counters.add(Counters.BYTES_READ, n);
        // What is thrown away is no reason to wait longer for a peer that does not read.
        if (state != State.OPEN) return;
        lastMoved = loop.now();
        byte[] bytes = loop.inputArray;
        buffer.get(0, bytes, 0, n);
        if (held.isEmpty()) {
            deliver(bytes, 0, n);
        } else {
            held.append(bytes, 0, n);
            deliverHeld();
        }
    }

    private void endOfInput() {
        inputEnded = true;
        updateInterest();
        if (state == State.OPEN) {
            call(() -> handler.inputEnded(this));
        } else if (state == State.LINGERING) {
            end(null);
        }
    }

    /** Gives bytes that lie in the loop's own array, and keeps what is left of them. */
    private void deliver(byte[] bytes, int from, int to) {
        int at = from;
        delivering = true;
        try {
            do {
                again = false;
                at += accepted(handler.received(this, bytes, at, to), to - at);
            } while (again && at < to && state == State.OPEN);
        } catch (Throwable failure) {
            failed(failure);
            return;
        } finally {
            delivering = false;
        }
        if (at < to && state == State.OPEN) held.append(bytes, at, to - at);
        delivered();
    }

    private void deliverHeld() {
        if (held.isEmpty() || state != State.OPEN || paused || aboveWater) return;
        if (delivering) {
            again = true;
            return;
        }
        delivering = true;
        try {
            do {
                again = false;
                int given = held.length();
                int n = accepted(handler.received(this, held.bytes, held.from, held.to), given);
                // Closing has given the array back.
                if (state == State.OPEN) held.skip(n);
            } while (again && !held.isEmpty() && state == State.OPEN);
        } catch (Throwable failure) {
            failed(failure);
            return;
        } finally {
            delivering = false;
        }
        delivered();
    }

    private static int accepted(int count, int most) {
        if (Checks.ENABLED) Objects.checkIndex(count, most + 1);
        return count;
    }

    private void delivered() {
        if (held.length() > settings.maxInput()) {
            fail(new TcpLimitException("more than " + settings.maxInput() + " bytes of input that was left for later"));
        } else if (!output.isEmpty() || state == State.DRAINING) {
            flush();
        }
    }

    /** Calls a handler, and sends what it wrote. */
    private void call(Runnable action) {
        boolean outer = delivering;
        delivering = true;
        if (!outer) again = false;
        try {
            action.run();
        } catch (Throwable failure) {
            failed(failure);
            return;
        } finally {
            delivering = outer;
        }
        if (outer) return;
        delivered();
        if (again) deliverHeld();
    }

    void flush() {
        dirty = false;
        if (state != State.OPEN && state != State.DRAINING) return;
        try {
            long n = output.writeTo(channel);
            if (n > 0) {
                lastMoved = loop.now();
                loop.counters.add(Counters.BYTES_WRITTEN, n);
            }
            if (state == State.DRAINING && output.isEmpty()) linger();
        } catch (IOException e) {
            fail(e);
            return;
        }
        updateInterest();
        if (aboveWater && output.pending() <= settings.lowWater()) {
            aboveWater = false;
            updateInterest();
            // In its turn: a fast peer could otherwise keep the loop, and the stack, for itself.
            loop.later(writableAgain);
        }
    }

    private void writableAgain() {
        if (state == State.OPEN && !aboveWater) call(() -> handler.writable(this));
        deliverHeld();
    }

    /**
     * A socket that is closed while input is unread resets the connection, and the reset destroys what was sent last
     * before the peer has read it. So the end is sent alone, and the input read until the peer's comes.
     */
    private void linger() throws IOException {
        if (inputEnded || settings.lingerNanos() == 0) {
            end(null);
            return;
        }
        state = State.LINGERING;
        channel.shutdownOutput();
        deadlineIn(settings.lingerNanos());
    }

    private void updateInterest() {
        if (state == State.CLOSED || state == State.CONNECTING) return;
        boolean reads = !inputEnded && (state != State.OPEN || (!paused && !aboveWater));
        int wanted = (reads ? SelectionKey.OP_READ : 0) | (output.isEmpty() ? 0 : SelectionKey.OP_WRITE);
        // While a handler writes the output is nearly always taken at its end.
        if (delivering || dirty) {
            wanted = (wanted & ~SelectionKey.OP_WRITE) | (interest & SelectionKey.OP_WRITE);
        }
        if (wanted != interest && key.isValid()) {
            interest = wanted;
            key.interestOps(wanted);
        }
    }

    boolean belongsTo(TcpServer server) {
        return owner == server;
    }

    void stop() {
        if (state == State.OPEN) call(() -> handler.stopping(this));
    }

    @Override
    long due() {
        if (state == State.CLOSED) return NEVER;
        long idle = settings.idleNanos() == 0 ? NEVER : after(lastMoved, settings.idleNanos());
        return Math.min(deadline, idle);
    }

    private static long after(long start, long nanos) {
        return nanos > LONGEST ? NEVER : start + nanos;
    }

    @Override
    void expired() {
        if (state == State.CLOSED) return;
        loop.counters.add(Counters.TIMED_OUT, 1);
        boolean open = state == State.OPEN;
        deadline = NEVER;
        lastMoved = loop.exactNow();
        if (!open) {
            end(state == State.CONNECTING ? new java.net.SocketTimeoutException("connecting took too long") : null);
            return;
        }
        loop.deadlines.watch(this);
        call(() -> handler.timedOut(this));
    }

    private void failed(Throwable failure) {
        loop.report(this, failure);
        fail(failure);
    }

    private void fail(Throwable cause) {
        if (state != State.CLOSED) loop.counters.add(Counters.FAILED, 1);
        end(cause);
    }

    private void end(@Nullable Throwable cause) {
        if (state == State.CLOSED) return;
        boolean wasOpen = state != State.CONNECTING;
        state = State.CLOSED;
        loop.deadlines.forget(this);
        output.release();
        held.release();
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            loop.report(this, e);
        }
        owner.ended(this, wasOpen, cause);
        if (!wasOpen) return;
        try {
            handler.closed(this, cause);
        } catch (Throwable failure) {
            loop.report(this, failure);
        }
    }
}
