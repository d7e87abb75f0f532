package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads that talk through futures alone: the caller completes a promise on which the other thread waits, and waits
 * for the one that the other completes. The promises of a turn are made by the caller, and found by the other thread
 * in plain fields: they were written before the completion that it waited for.
 *
 * @param <P> the side that completes
 * @param <F> the side that reads
 */
public final class RoundTrip<P, F> implements AutoCloseable {
    private final FutureAdapter<P, F> library;
    private final int spins;
    private final Thread echo;
    private final Thread caller = Thread.currentThread();
    private final Runnable wakeCaller = () -> LockSupport.unpark(caller);

    private P request;
    private F next;
    private P reply;
    private boolean last;

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
        echo = new Thread(() -> echo(first), "echo");
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
        await(replied, wakeCaller);
        return library.get(replied);
    }

    private void echo(F first) {
        Thread self = Thread.currentThread();
        Runnable wake = () -> LockSupport.unpark(self);
        F awaited = first;
        while (true) {
            await(awaited, wake);
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
    private void await(F future, Runnable wake) {
        for (int i = 0; i < spins; i++) {
            if (library.isDone(future)) {
                return;
            }
            Thread.onSpinWait();
        }
        library.whenDone(future, wake);
        while (!library.isDone(future)) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new IllegalStateException("interrupted while it waited");
            }
        }
    }

    /** Ends the other thread. */
    @Override
    public void close() throws InterruptedException {
        last = true;
        library.complete(request, null);
        echo.join();
    }
}
