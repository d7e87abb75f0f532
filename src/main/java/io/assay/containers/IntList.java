package io.assay.containers;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A growing array of {@code int}. Laws: {@link Container}. An index outside {@code [0, size)} is an
 * {@link IndexOutOfBoundsException}.
 */
public interface IntList extends Container {
    /** The element at the index. */
    int getInt(int index);

    /** Puts the element in the place of the one at the index, which it returns. */
    int setInt(int index, int element);

    /** Appends the element; always true. */
    boolean addInt(int element);

    /** Takes the element at the index out, moves those behind it up, and returns it. */
    int removeAt(int index);

    /** Shows every element to the action, in order. */
    void forEachInt(IntConsumer action);

    /** Removes the elements that the filter accepts, the others stay in order; returns whether there was one. */
    boolean removeIfInt(IntPredicate filter);
}
