package io.assay.containers;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A growing array of objects. Laws: {@link Container}. An index outside {@code [0, size)} is an
 * {@link IndexOutOfBoundsException}.
 *
 * @param <E> the elements
 */
public interface ObjectList<E> extends Container {
    /** The element at the index. */
    E get(int index);

    /** Puts the element in the place of the one at the index, which it returns. */
    E set(int index, E element);

    /** Appends the element; always true. */
    boolean add(E element);

    /** Takes the element at the index out, moves those behind it up, and returns it. */
    E removeAt(int index);

    /** Takes out the first element that equals this one; returns whether there was one. */
    boolean remove(Object element);

    /** Shows every element to the action, in order. */
    void forEach(Consumer<? super E> action);

    /** Removes the elements that the filter accepts, the others stay in order; returns whether there was one. */
    boolean removeIf(Predicate<? super E> filter);
}
