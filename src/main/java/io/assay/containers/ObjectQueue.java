package io.assay.containers;

import org.jspecify.annotations.Nullable;

/**
 * An unbounded queue for one thread, first in first out or by priority as the factory was asked. Laws:
 * {@link Container}.
 *
 * @param <E> the elements
 */
public interface ObjectQueue<E> extends Container {
    /** Puts the element in; always true. */
    boolean offer(E element);

    /** Takes the head out, or returns null when the queue is empty. */
    @Nullable
    E poll();

    /** The head, left where it is, or null when the queue is empty. */
    @Nullable
    E peek();
}
