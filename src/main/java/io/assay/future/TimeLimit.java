package io.assay.future;

import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@link Future#timeout}. */
final class TimeLimit<T> extends Continuation<T> implements Runnable {
    private final long nanos;

    TimeLimit(long nanos) {
        super(null);
        this.nanos = nanos;
    }

    void start(Timer timer) {
        Timer.Handle handle = timer.schedule(this, nanos, TimeUnit.NANOSECONDS);
        what = handle;
        // Whoever makes this done writes the state and then reads the handle; here it is the other way round. With
        // a fence on both sides one of the two sees what the other wrote.
        VarHandle.fullFence();
        if (isResult(state())) {
            handle.cancel();
        }
    }

    @Override
    public void run() {
        if (!isResult(state())) {
            finish(new Failure(new TimeoutException("not done within " + Duration.ofNanos(nanos))));
        }
    }

    @Override
    @Nullable
    Continuation<?> fire(Object result) {
        Continuation<?> waiting = settled(result);
        release();
        return waiting;
    }

    @Override
    void release() {
        Timer.Handle handle = (Timer.Handle) what;
        if (handle != null) {
            handle.cancel();
        }
    }
}
