package io.assay.net.tcp;

import io.assay.Checks;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
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
    private final ConnectionOutput output;
    private final Delivery delivery;
    private final SelectionKey key;
    private @Nullable Object attachment;
    /**
     * The output has fallen to its mark, and the handler is still to be told: until then nothing more is read, the end
     * neither, for what was left of the input comes first.
     */
    private boolean fallen;

    private State state;
    private int interest;
    private long deadline = NEVER;
    private long lastMoved;

    TcpConnection(NetLoop loop, SocketChannel channel, TcpSettings settings, TcpHandler handler, ConnectionOwner owner)
            throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.settings = settings;
        this.owner = owner;
        output = new ConnectionOutput(this, loop, settings);
        delivery = new Delivery(this, loop, settings.maxInput(), handler);
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
        if (state == State.OPEN && from < to) output.write(bytes, from, to, delivery.calling());
    }

    /** Writes all of an array. */
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** Whether more should be written now: false from the high-water mark until the low one is reached again. */
    public boolean writable() {
        return !output.aboveWater() && state == State.OPEN;
    }

    /** Bytes that were written and that the system has not taken yet. */
    public long pendingOutput() {
        return output.pending();
    }

    /** Bytes that may be written now without going above {@link TcpSettings#maxOutput()}, which would end the connection. */
    public long room() {
        return settings.maxOutput() - output.pending();
    }

    /** Bytes of input that were left for later. */
    public int unread() {
        return delivery.unread();
    }

    /** Reads no more until {@link #resumeReading}: TCP lets the peer feel it. */
    public void pauseReading() {
        check();
        delivery.pause();
        updateInterest();
    }

    /** Reads again. Input that was left is given again: now, or when the handler that is being called returns. */
    public void resumeReading() {
        check();
        if (!delivery.paused()) return;
        delivery.resume();
        updateInterest();
        delivery.deliverHeld();
    }

    /** Sends what was written, then the end; waits a while for the peer's, and ends. */
    public void close() {
        check();
        if (state == State.CONNECTING) {
            end(null);
        } else if (state == State.OPEN) {
            state = State.DRAINING;
            delivery.release();
            if (!delivery.calling()) flush();
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
        delivery.hand(next);
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
        if ((operations & SelectionKey.OP_READ) != 0 && (interest & SelectionKey.OP_READ) != 0) delivery.read(channel);
    }

    void begin() {
        loop.deadlines.watch(this);
        if (state == State.OPEN) delivery.call(() -> delivery.handler().opened(this));
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
        delivery.call(() -> delivery.handler().opened(this));
        owner.connected(this);
    }

    // ---- for its two sides

    /** Whether input waits for the output. */
    boolean aboveWater() {
        return output.aboveWater() || fallen;
    }

    /** Something went through: the idle time starts again. */
    void moved() {
        lastMoved = loop.now();
    }

    void inputEnded() {
        updateInterest();
        if (state == State.OPEN) {
            delivery.call(() -> delivery.handler().inputEnded(this));
        } else if (state == State.LINGERING) {
            end(null);
        }
    }

    /** A handler has returned: what it wrote goes out. */
    void called() {
        if (!output.isEmpty() || state == State.DRAINING) flush();
    }

    void flush() {
        if (state != State.OPEN && state != State.DRAINING) return;
        boolean falls;
        try {
            falls = output.flush(channel) && !fallen;
            fallen |= falls;
            if (state == State.DRAINING && output.isEmpty()) linger();
        } catch (IOException e) {
            fail(e);
            return;
        }
        updateInterest();
        // In its turn: a fast peer could otherwise keep the loop, and the stack, for itself.
        if (falls) loop.later(this::writableAgain);
    }

    private void writableAgain() {
        fallen = false;
        updateInterest();
        if (writable()) delivery.call(() -> delivery.handler().writable(this));
        delivery.deliverHeld();
    }

    /**
     * A socket that is closed while input is unread resets the connection, and the reset destroys what was sent last
     * before the peer has read it. So the end is sent alone, and the input read until the peer's comes.
     */
    private void linger() throws IOException {
        if (delivery.ended() || settings.lingerNanos() == 0) {
            end(null);
            return;
        }
        state = State.LINGERING;
        channel.shutdownOutput();
        deadlineIn(settings.lingerNanos());
    }

    void updateInterest() {
        if (state == State.CLOSED || state == State.CONNECTING) return;
        boolean held = delivery.paused() || aboveWater();
        boolean reads = !delivery.ended() && (state != State.OPEN || !held);
        int wanted = (reads ? SelectionKey.OP_READ : 0) | (output.isEmpty() ? 0 : SelectionKey.OP_WRITE);
        // While a handler writes the output is nearly always taken at its end.
        if (delivery.calling() || output.dirty()) {
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
        if (state == State.OPEN) delivery.call(() -> delivery.handler().stopping(this));
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
            end(state == State.CONNECTING ? new SocketTimeoutException("connecting took too long") : null);
            return;
        }
        loop.deadlines.watch(this);
        delivery.call(() -> delivery.handler().timedOut(this));
    }

    /** User code has failed. */
    void failed(Throwable failure) {
        loop.report(this, failure);
        fail(failure);
    }

    void fail(Throwable cause) {
        if (state != State.CLOSED) loop.counters.add(Counters.FAILED, 1);
        end(cause);
    }

    private void end(@Nullable Throwable cause) {
        if (state == State.CLOSED) return;
        boolean wasOpen = state != State.CONNECTING;
        state = State.CLOSED;
        loop.deadlines.forget(this);
        output.release();
        delivery.release();
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            loop.report(this, e);
        }
        if (wasOpen) {
            try {
                delivery.handler().closed(this, cause);
            } catch (Throwable failure) {
                loop.report(this, failure);
            }
        }
        // Behind the handler: who waits for a server to stop finds all its handlers done.
        owner.ended(this, wasOpen, cause);
    }
}
