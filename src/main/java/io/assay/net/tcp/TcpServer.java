package io.assay.net.tcp;

import io.assay.eventloop.PostRefusedException;
import io.assay.future.Future;
import io.assay.future.Promise;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accepts connections on a loop, up to a limit; made by {@link NetLoop#listen}. */
public final class TcpServer implements Selectable, ConnectionOwner {
    /** As many as are taken before connections have their turn. */
    private static final int BATCH = 64;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final NetLoop loop;
    private final TcpSettings settings;
    private final Supplier<? extends TcpHandler> handlers;
    private final ServerSocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress address;
    private final Promise<Boolean> stopped = new Promise<>();
    private int open;
    private boolean stopping;
    private boolean aborted;

    TcpServer(NetLoop loop, InetSocketAddress at, TcpSettings settings, Supplier<? extends TcpHandler> handlers)
            throws IOException {
        this.loop = loop;
        this.settings = settings;
        this.handlers = handlers;
        channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (settings.reusePort()) channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            channel.bind(at, settings.backlog());
            address = (InetSocketAddress) channel.getLocalAddress();
            key = channel.register(loop.source.selector, SelectionKey.OP_ACCEPT, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where it listens, with the port that the system chose if none was given; any thread. */
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void ready(int operations) {
        for (int i = 0; i < BATCH && !stopping; i++) {
            if (open >= settings.maxConnections()) {
                key.interestOps(0);
                return;
            }
            try {
                SocketChannel accepted = channel.accept();
                if (accepted == null) return;
                begin(accepted);
            } catch (IOException e) {
                // As a rule no file descriptors are left: the connection stays in the queue, and asking again at once
                // would fail again, without an end.
                loop.counters.add(Counters.ACCEPT_FAILURES, 1);
                key.interestOps(0);
                loop.events().schedule(this::acceptAgain, PAUSE, TimeUnit.NANOSECONDS);
                return;
            }
        }
    }

    private void begin(SocketChannel accepted) throws IOException {
        TcpConnection connection;
        try {
            NetLoop.configure(accepted, settings);
            connection = new TcpConnection(loop, accepted, settings, handlers.get(), this);
        } catch (IOException e) {
            accepted.close();
            // Gone before it was here: no reason to pause.
            return;
        } catch (Throwable failure) {
            loop.report(this, failure);
            accepted.close();
            return;
        }
        open++;
        loop.counters.add(Counters.ACCEPTED, 1);
        connection.begin();
    }

    private void acceptAgain() {
        if (!stopping && open < settings.maxConnections()) key.interestOps(SelectionKey.OP_ACCEPT);
    }

    @Override
    public void connected(TcpConnection connection) {
        throw new IllegalStateException("an accepted connection is connected from the start");
    }

    @Override
    public void ended(TcpConnection connection, boolean wasOpen, @Nullable Throwable cause) {
        open--;
        loop.counters.add(Counters.CLOSED, 1);
        if (stopping) {
            if (open == 0) allEnded();
        } else if (key.interestOps() == 0) {
            acceptAgain();
        }
    }

    /**
     * Accepts no more, tells every connection's handler ({@link TcpHandler#stopping}), and aborts what has not ended after a time;
     * any thread. Of several stops the one whose time is up first aborts. Behind the event loop's own {@code quit}, which takes the timers away,
     * it aborts at once; a quit while it waits leaves it undone, so a loop is ended by {@link NetLoop#close}.
     *
     * @param drainNanos 0 or less aborts at once
     * @return done when all connections have ended, and their handlers heard of it: whether all did so by themselves; fails with an
     *     {@link IOException} where the event loop had ended by its own {@code quit}
     */
    public Future<Boolean> stop(long drainNanos) {
        if (loop.events().inLoop()) {
            stopHere(drainNanos);
        } else if (!loop.events().tryPost((Runnable) () -> stopHere(drainNanos))) {
            // One that was closed has stopped its servers, so this is for the others alone.
            stopped.tryFail(new IOException("the event loop was ended by its own quit"));
        }
        return stopped.future();
    }

    private void stopHere(long drainNanos) {
        boolean first = !stopping;
        stopping = true;
        if (first) stopAccepting();
        if (first && drainNanos > 0) connections().forEach(TcpConnection::stop);
        if (open > 0) abortIn(drainNanos);
        if (open == 0) allEnded();
    }

    private void abortIn(long nanos) {
        if (nanos <= 0) {
            abortAll();
            return;
        }
        try {
            loop.events().schedule(this::abortAll, nanos, TimeUnit.NANOSECONDS);
        } catch (PostRefusedException e) {
            // The event loop is being ended by its own quit: nothing would come later.
            abortAll();
        }
    }

    private void stopAccepting() {
        try {
            channel.close();
            loop.source.release();
        } catch (IOException e) {
            loop.report(this, e);
        }
    }

    private void allEnded() {
        loop.forget(this);
        stopped.tryComplete(!aborted);
    }

    private void abortAll() {
        for (TcpConnection connection : connections()) {
            aborted = true;
            connection.abort();
        }
    }

    /** Found among the selector's keys, so that no connection has to be in a list of its own. */
    private List<TcpConnection> connections() {
        List<TcpConnection> found = new ArrayList<>();
        for (SelectionKey registered : loop.source.selector.keys()) {
            // Those that have ended stay among the keys until the next look at the selector.
            if (registered.isValid()
                    && registered.attachment() instanceof TcpConnection connection
                    && connection.belongsTo(this)) {
                found.add(connection);
            }
        }
        return found;
    }
}
