package io.assay.net.tcp;

import io.assay.eventloop.EventLoop;
import io.assay.eventloop.FailureHandler;
import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.net.ArrayPool;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An event loop that waits in a selector, with servers and connections on it. Several loops share nothing; a server on
 * each, with {@link TcpSettings#reusePort}, is one loop a core. Methods are for any thread unless they say otherwise.
 */
public final class NetLoop {
    private static final int INPUT = 64 << 10;

    final SelectorSource source;
    final Counters counters = new Counters();
    final ChunkPool chunks;
    final ArrayPool arrays;
    final Deadlines deadlines;
    /** What is read lands here, for all connections alike: a connection at rest has no buffer. */
    final ByteBuffer input = ByteBuffer.allocateDirect(INPUT);

    final byte[] inputArray = new byte[INPUT];

    private final EventLoop events;
    private final LongSupplier clock;
    private final FailureHandler failures;
    private final List<TcpServer> servers = new ArrayList<>();
    private final Runnable flusher = this::flushDirty;
    private List<TcpConnection> dirty = new ArrayList<>();
    private List<TcpConnection> flushing = new ArrayList<>();
    private long now;
    private final Promise<Boolean> ended = new Promise<>();
    private volatile boolean closed;

    private NetLoop(Builder settings) {
        clock = settings.clock;
        failures = settings.failures;
        source = new SelectorSource(this::readClock, new SharedWakeUps(settings.gather));
        chunks = new ChunkPool(settings.pooled, counters);
        arrays = new ArrayPool(settings.pooled);
        events = EventLoop.builder()
                .source(source)
                .clock(clock)
                .failures(failures)
                .threads(settings.threads)
                .build();
        deadlines = new Deadlines(events, clock);
        readClock();
    }

    /** A loop with default settings, which does not run yet. */
    public static NetLoop create() {
        return builder().build();
    }

    /** Settings for a loop. */
    public static Builder builder() {
        return new Builder();
    }

    /** The event loop: to post to, to run or to start. It is ended by {@link #close}, not by its own {@code quit}. */
    public EventLoop events() {
        return events;
    }

    /** Arrays for the loop's protocols, used again; the loop's thread. */
    public ArrayPool arrays() {
        return arrays;
    }

    /** What happened so far; any thread. */
    public NetCounts counts() {
        return counters.snapshot(arrays);
    }

    /**
     * Listens on an address.
     *
     * @param handlers asked for the handler of each connection
     * @return the server; fails with an {@link IOException} where the address cannot be had
     */
    public Future<TcpServer> listen(
            InetSocketAddress address, TcpSettings settings, Supplier<? extends TcpHandler> handlers) {
        Promise<TcpServer> promise = new Promise<>();
        onLoop(promise, () -> {
            TcpServer server = new TcpServer(this, address, settings, handlers);
            servers.add(server);
            // Who has cancelled has nothing to stop it by.
            if (!promise.tryComplete(server)) server.stop(0);
        });
        return promise.future();
    }

    /**
     * Opens a connection.
     *
     * @param nanos how long it may take
     * @return the connection; fails with an {@link IOException} where the peer cannot be reached
     */
    public Future<TcpConnection> connect(
            InetSocketAddress address, TcpSettings settings, long nanos, TcpHandler handler) {
        Promise<TcpConnection> promise = new Promise<>();
        onLoop(promise, () -> {
            SocketChannel channel = SocketChannel.open();
            try {
                configure(channel, settings);
                channel.connect(address);
                TcpConnection connection = new TcpConnection(this, channel, settings, handler, owner(promise));
                if (channel.isConnected()) {
                    counters.add(Counters.CONNECTED, 1);
                    connection.begin();
                    if (!promise.tryComplete(connection)) connection.abort();
                } else {
                    connection.deadlineIn(nanos);
                }
            } catch (Exception e) {
                channel.close();
                throw e;
            }
        });
        return promise.future();
    }

    private ConnectionOwner owner(Promise<TcpConnection> promise) {
        return new ConnectionOwner() {
            @Override
            public void connected(TcpConnection connection) {
                counters.add(Counters.CONNECTED, 1);
                if (!promise.tryComplete(connection)) connection.abort();
            }

            @Override
            public void ended(TcpConnection connection, boolean wasOpen, @Nullable Throwable cause) {
                if (wasOpen) {
                    counters.add(Counters.CLOSED, 1);
                } else {
                    promise.tryFail(cause == null ? new IOException("closed before it was connected") : cause);
                }
            }
        };
    }

    static void configure(SocketChannel channel, TcpSettings settings) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, settings.noDelay());
    }

    /**
     * Stops all servers, waits for their connections to end, aborts those that have not after a time, and those that this
     * side opened, closes the selector and quits the event loop. What other threads have posted before is dispatched.
     *
     * Of several calls the one whose time is up first aborts. A loop that no thread runs is run by the caller, to its end.
     *
     * @param drainNanos 0 or less aborts at once
     * @return the same for all calls; done when it is done, on the loop's thread: whether the servers' connections ended by themselves
     */
    public Future<Boolean> close(long drainNanos) {
        if (events.inLoop()) {
            closeHere(drainNanos);
        } else if (events.tryPost((Runnable) () -> closeHere(drainNanos))) {
            if (events.state() == EventLoop.State.IDLE) runToTheEnd();
        } else if (!closed) {
            ended.tryFail(new IOException("the event loop was ended by its own quit"));
        }
        return ended.future();
    }

    /** Nobody else would: what was posted before would wait, and the selector stay open, for ever. */
    private void runToTheEnd() {
        try {
            events.run();
        } catch (IllegalStateException e) {
            // Another thread may have taken it meanwhile, and does what was posted.
            if (events.state() == EventLoop.State.IDLE) throw e;
        }
    }

    private void closeHere(long drainNanos) {
        List<Future<Boolean>> stops = new ArrayList<>();
        for (TcpServer server : List.copyOf(servers)) stops.add(server.stop(drainNanos));
        Future.all(stops).onComplete((ends, failure) -> shut(ends != null && !ends.contains(false)));
    }

    private void shut(boolean drained) {
        if (!closed) {
            closed = true;
            // Those that were opened meanwhile, too.
            for (TcpServer server : List.copyOf(servers)) server.stop(0);
            for (SelectionKey key : List.copyOf(source.selector.keys())) {
                if (key.attachment() instanceof TcpConnection connection) connection.abort();
            }
            source.close();
            events.quit();
        }
        ended.tryComplete(drained);
    }

    private interface Action {
        void run() throws Exception;
    }

    private void onLoop(Promise<?> promise, Action action) {
        Runnable guarded = () -> {
            try {
                if (closed) throw new IOException("the loop is closed");
                action.run();
            } catch (Exception e) {
                promise.tryFail(e);
            }
        };
        if (events.inLoop()) {
            guarded.run();
        } else if (!events.tryPost(guarded)) {
            promise.fail(new IOException("the loop is closed"));
        }
    }

    // ---- for connections

    /** The clock, as read at the last look at the selector: before what is being handled now, and not long before. */
    long now() {
        return now;
    }

    /** The clock, read now: a time that starts before now would be up too early. */
    long exactNow() {
        readClock();
        return now;
    }

    private void readClock() {
        now = clock.getAsLong();
    }

    /** Runs an action after what is waiting; at once where the loop takes nothing any more. */
    void later(Runnable action) {
        if (!events.tryPost(action)) action.run();
    }

    void flushLater(TcpConnection connection) {
        dirty.add(connection);
        if (dirty.size() == 1) later(flusher);
    }

    private void flushDirty() {
        List<TcpConnection> list = dirty;
        // What is flushed may make its handler write to others.
        dirty = flushing;
        flushing = list;
        for (TcpConnection connection : list) connection.flush();
        list.clear();
    }

    /** Tells the failure handler what user code threw; for protocols, on the loop's thread. */
    public void report(Object source, Throwable failure) {
        try {
            failures.failed(source, failure);
        } catch (Throwable second) {
            // What is half done here has to be finished whatever the handler does.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, second);
        }
    }

    void forget(TcpServer server) {
        servers.remove(server);
    }

    /** Settings of a {@link NetLoop}. */
    public static final class Builder {
        private LongSupplier clock = System::nanoTime;
        private long pooled = 16 << 20;
        private long gather;
        private FailureHandler failures = (source, failure) -> {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        };
        private ThreadFactory threads = task -> new Thread(task, "assay-net");

        private Builder() {}

        /** The clock of timers and deadlines, in nanoseconds; another than {@link System#nanoTime} is for tests. */
        public Builder clock(LongSupplier nanos) {
            clock = nanos;
            return this;
        }

        /** Bytes of buffers, of each kind, that are kept to be used again; by default 16 MiB. 0 makes every buffer anew. */
        public Builder pooled(long bytes) {
            pooled = bytes;
            return this;
        }

        /**
         * How long what is ready is let come together, in nanoseconds; 0, the default, handles all as soon as it is there. For servers with many
         * peers that ask at their own times: before the loop waits it sleeps until so long after its last look at the selector.
         * Answers are later by up to that and some 60 us that the system adds, and up to half the CPU time is saved.
         *
         * <p>Posts of other threads and timers end the sleep. The loop leaves it off by itself where nothing comes together,
         * as with one or two peers that each wait for their answer; some more of such peers are slowed down by it. A connection
         * takes in at most 64 KiB a look, so with three and more that stream each is held to that much in so long.
         *
         * @throws IllegalArgumentException when it is below 0 or above a second
         */
        public Builder gather(long nanos) {
            if (nanos < 0 || nanos > 1_000_000_000) {
                throw new IllegalArgumentException("gather(" + nanos + "): from 0 to a second");
            }
            gather = nanos;
            return this;
        }

        /** Who hears what handlers throw; by default the thread's handler of uncaught exceptions. */
        public Builder failures(FailureHandler handler) {
            failures = handler;
            return this;
        }

        /** What makes the thread of {@code events().start()}. */
        public Builder threads(ThreadFactory factory) {
            threads = factory;
            return this;
        }

        /** Makes the loop. */
        public NetLoop build() {
            return new NetLoop(this);
        }
    }
}
