package io.assay.future;

import org.jspecify.annotations.Nullable;

/** Stands where a continuation would, and is never registered. */
final class Marker extends Continuation<Object> {
    /** Nobody waits. */
    static final Continuation<?> NOBODY = new Marker();

    /** The state of a {@link Follower} that has stepped out. A continuation, so that it counts as pending. */
    static final Continuation<?> HANDED_OVER = new Marker();

    private Marker() {
        super(null);
    }

    @Override
    @Nullable
    Continuation<?> fire(Object result) {
        throw new AssertionError("a marker was registered");
    }
}
