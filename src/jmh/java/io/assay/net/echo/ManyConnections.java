package io.assay.net.echo;

import io.assay.net.load.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A client with any number of connections, all served by the thread that calls: each ready connection is read from once and written
 * to for a while, in turn. For one thread.
 */
final class ManyConnections implements AutoCloseable {
    /** What is read at once. */
    private static final int INPUT = 256 << 10;

    private static final long LOOK = 100;

    private final Messages messages;
    private final Selector selector;
    private final List<Lane> lanes = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(INPUT);
    private final Consumer<SelectionKey> collector = this::ready;
    private final long patience;
    private int window;
    private int unfinished;
    private long underWay;
    private long peak;
    private boolean moved;

    ManyConnections(InetSocketAddress server, Dial dial, int count, Messages messages) {
        this(server, dial, count, messages, Watchdog.PATIENCE);
    }

    ManyConnections(InetSocketAddress server, Dial dial, int count, Messages messages, long patience) {
        this.messages = messages;
        this.patience = patience;
        try {
            selector = Selector.open();
            for (int i = 0; i < count; i++) lanes.add(new Lane(dial.connect(server), selector, messages));
        } catch (IOException e) {
            throw new EchoException("only " + lanes.size() + " of " + count + " connections: " + e, e);
        }
    }

    /**
     * Sends so many messages on each connection, and waits until all are back.
     *
     * @param each a whole number of writes
     * @param most so many are under way on a connection, at most
     * @return how many were under way in all, at most
     * @throws EchoException if one does not come back as it was, or nothing comes for 20 s
     */
    long exchange(int each, int most) {
        if (each % messages.perWrite() != 0 || most < messages.perWrite()) {
            throw new IllegalArgumentException(each + " messages, at most " + most + ", are no whole number of writes");
        }
        window = most;
        peak = 0;
        unfinished = lanes.size();
        for (Lane lane : lanes) lane.goal = lane.begun() + each;
        for (Lane lane : lanes) serve(lane, false);
        drain();
        return peak;
    }

    /**
     * Writes without reading until the server takes nothing more for a while, or so many bytes are under way; then reads all of it.
     *
     * @return how many messages were under way
     */
    long pileUp(long mostBytes, long stillMillis) {
        window = Integer.MAX_VALUE;
        unfinished = lanes.size();
        for (Lane lane : lanes) lane.hold();
        do {
            moved = false;
            select(stillMillis);
        } while (moved && underWay * messages.size() < mostBytes);
        long piled = underWay;
        for (Lane lane : lanes) {
            lane.release();
            if (lane.finished()) unfinished--;
        }
        drain();
        return piled;
    }

    private void drain() {
        long since = System.nanoTime();
        while (unfinished > 0) {
            moved = false;
            select(LOOK);
            if (moved) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience) {
                Lane first = lanes.stream()
                        .filter(lane -> !lane.finished())
                        .findFirst()
                        .orElseThrow();
                throw new EchoException("nothing moves any more; " + unfinished + " of " + lanes.size()
                        + " connections are not done, among them number " + lanes.indexOf(first) + ": " + first);
            }
        }
    }

    private void select(long millis) {
        try {
            selector.select(collector, millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        serve((Lane) key.attachment(), key.isReadable());
    }

    private void serve(Lane lane, boolean read) {
        boolean finished = lane.finished();
        int before = lane.underWay();
        try {
            if (read) moved |= lane.read(in);
            moved |= lane.write(window);
        } catch (IOException e) {
            throw new EchoException("connection " + lanes.indexOf(lane) + " fails: " + e + ": " + lane, e);
        }
        underWay += lane.underWay() - before;
        peak = Math.max(peak, underWay);
        if (!finished && lane.finished()) unfinished--;
    }

    @Override
    public void close() {
        try {
            for (Lane lane : lanes) lane.channel.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
