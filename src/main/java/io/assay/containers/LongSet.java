package io.assay.containers;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** A hash set of {@code long}; every long is an element like any other. Laws: {@link Container}. */
public interface LongSet extends Container {
    /** Whether the element is in. */
    boolean contains(long element);

    /** Puts the element in; returns whether it was not in already. */
    boolean add(long element);

    /** Takes the element out; returns whether it was in. */
    boolean remove(long element);

    /** Shows every element to the action. */
    void forEachLong(LongConsumer action);

    /** Removes the elements that the filter accepts; returns whether there was one. */
    boolean removeIfLong(LongPredicate filter);
}
