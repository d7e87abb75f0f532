package io.assay.net.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over many connections from the thread that calls, one under way on each, and checks every answer. Two ways:
 * as fast as the answers come ({@link #answers}), or at the times of a schedule ({@link #arrivals}). Between two calls what
 * is under way stays so; {@link #drain} waits for the rest, and so finds what was lost. Not thread-safe.
 */
public final class LoadClient implements AutoCloseable {
    /** Beyond it an answer counts as lost. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** Whoever is so far behind sends at another rate. */
    private static final long LONGEST_LAG = TimeUnit.SECONDS.toNanos(2);

    private static final long LOOK = 100;

    private final Selector selector;
    private final List<LoadConnection> connections = new ArrayList<>();
    private final ArrayDeque<LoadConnection> idle = new ArrayDeque<>();
    private final Exchanges exchanges;
    private final AnswerReader reader = new AnswerReader();
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);
    private final ByteBuffer out = ByteBuffer.allocateDirect(64 << 10);
    private final byte[] bytes = new byte[64 << 10];
    private final Consumer<SelectionKey> collector = this::ready;
    private final long patience;

    private LongConsumer latencies = latency -> {};
    private boolean goesOn;
    private long most = Long.MAX_VALUE;
    private long sent;
    private long answered;
    /** What all calls were to bring: of what one brings beyond its own part the next one has the less to do. */
    private long goal;

    private long due;
    private boolean scheduled;

    /** Connects. */
    public LoadClient(InetSocketAddress server, int connections, Exchanges exchanges) {
        this(server, connections, exchanges, PATIENCE);
    }

    LoadClient(InetSocketAddress server, int connections, Exchanges exchanges, long patience) {
        this.exchanges = exchanges;
        this.patience = patience;
        Selector opened = null;
        try {
            opened = Selector.open();
            for (int i = 0; i < connections; i++) this.connections.add(new LoadConnection(server, opened));
        } catch (IOException e) {
            closeAll(opened);
            throw new UncheckedIOException(
                    "only " + this.connections.size() + " of " + connections + " connections: " + e.getMessage(), e);
        }
        selector = opened;
        idle.addAll(this.connections);
    }

    /** How many requests were answered so far. */
    public long answered() {
        return answered;
    }

    /** The most requests that are sent at all, over all calls. */
    public void limit(long requests) {
        most = requests;
    }

    /**
     * Keeps a request under way on every connection, until so many more were answered.
     *
     * @throws WrongAnswerException if an answer is wrong, or none comes for 20 s
     */
    public void answers(long count) {
        goesOn = true;
        goal += count;
        while (!idle.isEmpty() && sent < most) send(idle.poll(), 0);
        while (answered < goal) await();
        goesOn = false;
    }

    /**
     * Sends requests at even distances, each on a connection that is free, or as soon as one is, until so many more were
     * answered. One schedule goes through all calls up to the next {@link #drain}.
     *
     * @param period from one request to the next, in nanoseconds
     * @param heard is told each latency, in nanoseconds from when the request was to be sent
     * @throws WrongAnswerException if an answer is wrong, none comes for 20 s, or the schedule is 2 s late
     */
    public void arrivals(long count, long period, LongConsumer heard) {
        latencies = heard;
        long now = System.nanoTime();
        if (!scheduled) {
            scheduled = true;
            due = now;
        }
        goal += count;
        long before = answered;
        long moved = now;
        while (answered < goal) {
            while (now >= due && !idle.isEmpty()) {
                send(idle.poll(), due);
                due += period;
            }
            if (now - due > LONGEST_LAG) {
                throw new WrongAnswerException("the rate is not held: a request is " + (now - due) + " ns late");
            }
            // No sleep: the system's timers are coarser than the distance of two requests.
            select(0);
            now = System.nanoTime();
            if (answered > before) {
                before = answered;
                moved = now;
            }
            if (sent > answered && now - moved > patience) throw lost();
        }
    }

    /**
     * Waits for what is under way, and ends the schedule.
     *
     * @throws WrongAnswerException if it does not come
     */
    public void drain() {
        while (answered < sent) await();
        goal = answered;
        scheduled = false;
    }

    private void await() {
        long before = answered;
        long start = System.nanoTime();
        while (answered == before) {
            select(LOOK);
            if (answered == before && System.nanoTime() - start > patience) throw lost();
        }
    }

    private WrongAnswerException lost() {
        return new WrongAnswerException((sent - answered) + " of " + sent + " requests have no answer after "
                + TimeUnit.NANOSECONDS.toMillis(patience) + " ms; the first is request "
                + connections.stream()
                        .mapToLong(connection -> connection.number)
                        .filter(number -> number >= 0)
                        .min()
                        .orElse(-1));
    }

    private void select(long millis) {
        try {
            if (millis == 0) {
                selector.selectNow(collector);
            } else {
                selector.select(collector, millis);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        LoadConnection connection = (LoadConnection) key.attachment();
        int count;
        try {
            count = connection.channel.read(in.clear());
        } catch (IOException e) {
            throw new UncheckedIOException("request " + connection.number + " has no answer: " + e.getMessage(), e);
        }
        if (count < 0) {
            throw new WrongAnswerException(
                    "the server ends a connection; request " + connection.number + " is under way on it (-1 is none)");
        }
        in.get(0, bytes, 0, count);
        long intended = connection.intended;
        if (!connection.receive(bytes, count, reader, exchanges)) return;
        answered++;
        if (scheduled) latencies.accept(System.nanoTime() - intended);
        if (goesOn && sent < most) {
            send(connection, 0);
        } else {
            idle.add(connection);
        }
    }

    private void send(LoadConnection connection, long intended) {
        connection.number = sent++;
        connection.intended = intended;
        exchanges.request(connection.number, out.clear());
        try {
            connection.send(out.flip());
        } catch (IOException e) {
            throw new UncheckedIOException("request " + connection.number + " is not taken: " + e.getMessage(), e);
        }
    }

    /** Closes all connections. */
    @Override
    public void close() {
        closeAll(selector);
    }

    private void closeAll(@Nullable Selector opened) {
        try {
            for (LoadConnection connection : connections) connection.channel.close();
            if (opened != null) opened.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
