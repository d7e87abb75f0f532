package io.assay.containers;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * A growing array of {@code long}. Laws: {@link Container}. An index outside {@code [0, size)} is an
 * {@link IndexOutOfBoundsException}.
 */
public interface LongList extends Container {
    /** The element at the index. */
    long getLong(int index);

    /** Puts the element in the place of the one at the index, which it returns. */
    long setLong(int index, long element);

    /** Appends the element; always true. */
    boolean addLong(long element);

    /** Takes the element at the index out, moves those behind it up, and returns it. */
    long removeAt(int index);

    /** Shows every element to the action, in order. */
    void forEachLong(LongConsumer action);

    /** Removes the elements that the filter accepts, the others stay in order; returns whether there was one. */
    boolean removeIfLong(LongPredicate filter);
}
