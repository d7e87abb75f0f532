package io.assay.containers;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** A hash set of {@code int}; every int is an element like any other. Laws: {@link Container}. */
public interface IntSet extends Container {
    /** Whether the element is in. */
    boolean contains(int element);

    /** Puts the element in; returns whether it was not in already. */
    boolean add(int element);

    /** Takes the element out; returns whether it was in. */
    boolean remove(int element);

    /** Shows every element to the action. */
    void forEachInt(IntConsumer action);

    /** Removes the elements that the filter accepts; returns whether there was one. */
    boolean removeIfInt(IntPredicate filter);
}
