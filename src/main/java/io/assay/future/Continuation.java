package io.assay.future;

import org.jspecify.annotations.Nullable;

/**
 * A future that waits for another one, and is itself the node in that one's list. It does not know its parent: a done
 * chain holds nothing that came before.
 */
abstract class Continuation<T> extends Future<T> {
    /** Registered before this one with the same parent; meaningless when out of a list. */
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
     * @return who waits for what has become done by this, or null; the result is in {@code run.result}
     */
    abstract @Nullable Continuation<?> fire(Object result, Propagation run);

    /** Could not be handed to its executor. */
    void refuse(Throwable refusal) {
        finish(new Failure(refusal));
    }

    /** Whether the parent's result is of no use any more, so that the list may drop it. */
    boolean isDead() {
        return isDone(state());
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
