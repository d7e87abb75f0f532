package io.assay.future;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A future that waits for another one, and is itself the node in that one's list. It does not know its parent: a done
 * chain holds nothing that came before.
 */
abstract class Continuation<T> extends Cell<T> {
    static final VarHandle NEXT;

    static {
        try {
            NEXT = MethodHandles.lookup().findVarHandle(Continuation.class, "next", Continuation.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Registered before this one with the same parent; meaningless when out of a list. Written by who registers it and
     * by who runs the list; in between only {@link Sweep} changes it.
     */
    @Nullable
    Continuation<?> next;

    /** What the kind of continuation needs, in most the user's function; null once it is no longer needed. */
    @Nullable
    Object what;

    Continuation(@Nullable Object what) {
        this.what = what;
    }

    /**
     * Takes the parent's result. Called once, out of the list, and throws nothing.
     *
     * @return who waits for what has become done by this, or null; what they wait for is this one's {@link #state}
     */
    abstract @Nullable Continuation<?> fire(Object result);

    /** Ends {@link #fire} for who was to be made done by it. */
    final @Nullable Continuation<?> settled(Object outcome) {
        Continuation<?> waiting = settle(outcome);
        return waiting == Marker.NOBODY ? null : waiting;
    }

    /**
     * As the other one, for who is no {@link Follower}.
     *
     * @param seen the state before the function was called: what it is was known by then, and need not be looked at between
     *     one atomic step and the next
     */
    final @Nullable Continuation<?> settled(@Nullable Object seen, Object outcome) {
        return exchange(seen, outcome) ? (Continuation<?>) seen : settled(outcome);
    }

    /** Ends {@link #fire} for who makes another one done. */
    final @Nullable Continuation<?> settledFor(Cell<?> target, Object outcome) {
        Continuation<?> waiting = target.settle(outcome);
        if (waiting == null || waiting == Marker.NOBODY) {
            return null;
        }
        STATE.set(this, outcome);
        return waiting;
    }

    /** Could not be handed to its executor. */
    void refuse(Throwable refusal) {
        finish(new Failure(refusal));
    }

    /** Whether the parent's result is of no use any more, so that the list may drop it. */
    boolean isDead() {
        return isResult(state());
    }

    @Override
    void release() {
        what = null;
    }

    /** From here towards those registered earlier. */
    final @Nullable Continuation<?> firstAlive() {
        Continuation<?> node = this;
        while (node != null && node.isDead()) {
            node = node.next;
        }
        return node;
    }
}
