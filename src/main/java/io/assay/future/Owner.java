package io.assay.future;

import io.assay.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The thread that a future is confined to. It stands where nothing would stand in a future that is shared: as its state
 * while nobody waits, and behind the first of those who wait. So a confined future needs no more room, and one look at its
 * state, or at the end of a list of one, tells that its steps need no atomic operation. Who does not see that, because the
 * list is longer, takes the way of shared futures, which is right for confined ones as well.
 */
final class Owner extends Continuation<Object> {
    private final Thread thread = Thread.currentThread();

    /** The thread's own, which others have to look up. */
    final Propagation propagation = Propagation.current();

    Owner() {
        super(null);
    }

    /** Refuses the steps of other threads: they would not be seen, or undo this one's. */
    void check() {
        if (Checks.ENABLED && Thread.currentThread() != thread) {
            throw new IllegalStateException("the future is confined to thread " + thread.getName()
                    + "; call it there, or make a new Promise, which any thread may complete");
        }
    }

    @Override
    @Nullable
    Continuation<?> fire(Object result) {
        throw new AssertionError("an owner was registered");
    }
}
