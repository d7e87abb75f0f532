package io.assay.containers;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A hash set of elements that are equal by {@link Object#equals}. Laws: {@link Container}.
 *
 * @param <E> the elements
 */
public interface ObjectSet<E> extends Container {
    /** Whether the element is in. */
    boolean contains(E element);

    /** Puts the element in; returns whether it was not in already. */
    boolean add(E element);

    /** Takes the element out; returns whether it was in. */
    boolean remove(E element);

    /** Shows every element to the action. */
    void forEach(Consumer<? super E> action);

    /** Removes the elements that the filter accepts; returns whether there was one. */
    boolean removeIf(Predicate<? super E> filter);
}
