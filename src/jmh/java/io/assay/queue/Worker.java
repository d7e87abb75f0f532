package io.assay.queue;

import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.Message;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a benchmark's own, which does its task once a round and parks in between. What it throws comes out in the
 * benchmark's thread; none of its waits is without an end.
 */
final class Worker {
    /** No round on any machine takes so long; who waits longer waits for ever. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** Who waits for a worker looks so often whether it still lives. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Thread thread;
    private final Runnable task;
    private volatile int round;
    private volatile int done;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    /** Starts the thread; it parks until the first round. */
    Worker(String name, Runnable task) {
        this.task = task;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        for (int next = 1; ; next++) {
            while (round < next && !closing) LockSupport.park(this);
            if (closing) {
                return;
            }
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                failure = e;
                return;
            }
            done = next;
        }
    }

    /** Lets it do its task once more; it must be done with the round before. */
    void start() {
        round++;
        LockSupport.unpark(thread);
    }

    /** Waits until it is done with the round. */
    void await() {
        long start = System.nanoTime();
        while (done != round) {
            check();
            if (System.nanoTime() - start > PATIENCE) {
                throw new IllegalStateException(thread.getName() + " is not done after 20 s");
            }
            Thread.yield();
        }
    }

    /** Throws what it threw. */
    void check() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException(thread.getName() + " failed: " + thrown, thrown);
        }
    }

    /**
     * Takes what the worker is to send.
     *
     * @return null if nothing comes for {@link #PATIENCE}
     * @throws IllegalStateException if the worker failed meanwhile
     */
    @Nullable
    Message take(Mailbox from) throws InterruptedException {
        for (long waited = 0; waited < PATIENCE; waited += SLICE) {
            Message message = from.take(SLICE);
            if (message != null) {
                return message;
            }
            check();
        }
        return null;
    }

    /** Whether it is to end: to be asked wherever the task waits. */
    boolean closing() {
        return closing;
    }

    /** Ends it. A task that waits for something else must be woken after {@link #askToEnd}. */
    void askToEnd() {
        closing = true;
        LockSupport.unpark(thread);
    }

    /** Waits for its end. */
    void join() throws InterruptedException {
        thread.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE));
        if (thread.isAlive()) {
            throw new IllegalStateException(thread.getName() + " does not end");
        }
        check();
    }
}
