package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads that talk through futures alone: the caller completes a promise on which the other thread waits, and waits
 * for the one that the other completes. The promises of a turn are made by the caller, and found by the other thread
 * in plain fields: they were written before the completion that it waited for. What the other thread throws comes out in
 * the caller's, and none of the caller's waits is without an end; the other thread is a daemon.
 *
 * @param <P> the side that completes
 * @param <F> the side that reads
 */
public final class RoundTrip<P, F> implements AutoCloseable {
    /** No turn on any machine takes so long; who waits longer waits for ever. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final FutureAdapter<P, F> library;
    private final int spins;
    private final Thread echo;
    private final Thread caller = Thread.currentThread();
    private final Runnable wakeCaller = () -> LockSupport.unpark(caller);

    private P request;
    private F next;
    private P reply;
    private boolean last;

    /** What ended the other thread before its time. */
    private volatile Throwable failure;

    /**
     * Starts the other thread.
     *
     * @param spins how often to look before parking
     */
    public RoundTrip(FutureAdapter<P, F> library, int spins) {
        this.library = library;
        this.spins = spins;
        request = library.promise();
        // Handed over here, not read by the thread: the caller may be in its second turn before that has started.
        F first = library.future(request);
        echo = new Thread(() -> answer(first), "echo");
        echo.setDaemon(true);
        echo.start();
    }

    /** There and back; only from the thread that made this. */
    public Token exchange(Token token) {
        P current = request;
        request = library.promise();
        next = library.future(request);
        reply = library.promise();
        F replied = library.future(reply);
        library.complete(current, token);
        await(replied, wakeCaller, PATIENCE);
        return library.get(replied);
    }

    private void answer(F first) {
        try {
            echo(first);
        } catch (RuntimeException | Error e) {
            failure = e;
            LockSupport.unpark(caller);
        }
    }

    private void echo(F first) {
        Thread self = Thread.currentThread();
        Runnable wake = () -> LockSupport.unpark(self);
        F awaited = first;
        while (true) {
            // The caller may rest between two turns as long as it likes.
            await(awaited, wake, Long.MAX_VALUE);
            if (last) {
                return;
            }
            P answered = reply;
            Token token = library.get(awaited);
            awaited = next;
            library.complete(answered, TokenTable.step(token));
        }
    }

    /** The same for all libraries: looks, then parks until a callback wakes it. */
    private void await(F future, Runnable wake, long patience) {
        for (int i = 0; i < spins; i++) {
            if (library.isDone(future)) {
                return;
            }
            Thread.onSpinWait();
        }
        library.whenDone(future, wake);
        // Only who has to wait looks at the clock.
        long start = library.isDone(future) ? 0 : System.nanoTime();
        while (!library.isDone(future)) {
            check();
            long left = patience - (System.nanoTime() - start);
            if (left <= 0) {
                throw new IllegalStateException(Thread.currentThread().getName() + " was not woken within 20 s");
            }
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new IllegalStateException("interrupted while it waited");
            }
        }
    }

    private void check() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("echo failed: " + thrown, thrown);
        }
    }

    /** Ends the other thread. */
    @Override
    public void close() throws InterruptedException {
        last = true;
        library.complete(request, null);
        echo.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE));
        check();
        if (echo.isAlive()) {
            throw new IllegalStateException("echo does not end");
        }
    }
}
