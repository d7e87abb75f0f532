package io.assay.future;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Takes the parent's result to an executor, where the continuation runs with it. */
final class Hop extends Continuation<Object> implements Runnable {
    private final Executor executor;
    private @Nullable Object parent;

    Hop(Continuation<?> continuation, Executor executor) {
        super(continuation);
        this.executor = executor;
    }

    @Override
    @Nullable
    Continuation<?> fire(Object result) {
        parent = result;
        try {
            executor.execute(this);
        } catch (Throwable refusal) {
            Continuation<?> continuation = (Continuation<?>) what;
            what = null;
            if (continuation != null) {
                continuation.refuse(refusal);
            }
        }
        return null;
    }

    @Override
    public void run() {
        Continuation<?> continuation = (Continuation<?>) what;
        Object result = parent;
        what = null;
        parent = null;
        if (continuation != null && result != null) {
            Propagation.run(result, continuation);
        }
    }

    @Override
    boolean isDead() {
        Continuation<?> continuation = (Continuation<?>) what;
        return continuation == null || continuation.isDead();
    }
}
