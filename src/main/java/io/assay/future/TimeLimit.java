package io.assay.future;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@link Future#timeout}. What it needs is the timer's handle. */
final class TimeLimit<T> extends Continuation<T> implements Runnable {
    private final long nanos;

    /** Whose list is left when the time is up; null when that was, or when the result is there. */
    private @Nullable Future<T> source;

    private TimeLimit(Future<T> source, long nanos) {
        super(null);
        this.source = source;
        this.nanos = nanos;
    }

    static <T extends @Nullable Object> Future<T> of(Future<T> source, long nanos, Timer timer) {
        TimeLimit<T> limited = new TimeLimit<>(source, nanos);
        limited.what = timer.schedule(limited, nanos, TimeUnit.NANOSECONDS);
        // Only now: whoever has the result needs the handle, and a timer that refuses must leave nothing behind.
        source.attach(limited);
        return limited;
    }

    @Override
    public void run() {
        if (!isResult(state())) {
            giveUp(new Failure(new TimeoutException("not done within " + Duration.ofNanos(nanos))));
        }
    }

    @Override
    @Nullable
    Continuation<?> fire(Object result) {
        Continuation<?> waiting = settled(result);
        source = null;
        release();
        return waiting;
    }

    @Override
    void release() {
        Timer.Handle handle = (Timer.Handle) what;
        what = null;
        if (handle != null) {
            takeBack(handle);
        }
        Future<T> left = source;
        source = null;
        if (left != null) {
            left.dropDead();
        }
    }

    /** The timer is the user's: what it throws must not keep those who wait from the result. */
    private static void takeBack(Timer.Handle handle) {
        try {
            handle.cancel();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }
}
