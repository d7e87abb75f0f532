package io.assay.future;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread in {@link Future#await()}. */
final class Waiter extends Continuation<Object> {
    private static final Object SERVED = Boxed.encode(null);

    private Waiter() {
        super(Thread.currentThread());
    }

    /** Blocks until the future is done or the thread is interrupted. */
    static void await(Future<?> future) throws InterruptedException {
        // No clock can be that far on: the time is never up.
        block(future, Long.MAX_VALUE);
    }

    /** Blocks until the future is done, the time is up, or the thread is interrupted. */
    static void await(Future<?> future, long nanos) throws InterruptedException, TimeoutException {
        if (!block(future, nanos)) {
            throw new TimeoutException("not done within " + Duration.ofNanos(nanos));
        }
    }

    private static boolean block(Future<?> future, long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (future.outcome() != null) {
            return true;
        }
        long start = System.nanoTime();
        Waiter waiter = new Waiter();
        future.attach(waiter);
        try {
            // Not the waiter's own state: deep in callbacks it may have been queued behind this very call.
            while (future.outcome() == null) {
                long left = nanos - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(future, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return true;
        } finally {
            if (waiter.settle(SERVED) != null) {
                future.dropDead();
            }
        }
    }

    @Override
    @Nullable
    Continuation<?> fire(Object result) {
        Thread thread = (Thread) what;
        if (settle(SERVED) != null) {
            LockSupport.unpark(thread);
        }
        return null;
    }
}
