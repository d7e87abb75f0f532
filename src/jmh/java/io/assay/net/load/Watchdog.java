package io.assay.net.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes a channel on which somebody has blocked for too long, so that the one who has is thrown out. It costs the one who waits a
 * store at the beginning and one at the end; a time-out of the socket would cost system calls.
 */
public final class Watchdog implements AutoCloseable {
    /** No round on any machine takes so long; who waits longer waits for ever. */
    public static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private static final long NEVER = Long.MAX_VALUE;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private final SocketChannel channel;
    private final long patience;
    private final Thread thread;
    private volatile long since = NEVER;
    private volatile boolean closing;

    /** Watches one channel, for {@link #PATIENCE}. */
    public Watchdog(SocketChannel channel) {
        this(channel, PATIENCE);
    }

    /** Watches one channel, for so many nanoseconds a wait. */
    public Watchdog(SocketChannel channel, long patience) {
        this.channel = channel;
        this.patience = patience;
        thread = new Thread(this::watch, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!closing) {
            LockSupport.parkNanos(this, Math.min(LOOK, patience));
            long began = since;
            if (began != NEVER && System.nanoTime() - began > patience) {
                try {
                    channel.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return;
            }
        }
    }

    /** From now on it should not take long. */
    public void expect() {
        since = System.nanoTime();
    }

    /** It came. */
    public void came() {
        since = NEVER;
    }

    /** Ends it; the channel stays as it is. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
    }
}
