package io.assay.future;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** An unmodifiable list over an array that nobody writes any more; its elements may be null. */
final class Values<T extends @Nullable Object> extends AbstractList<T> implements RandomAccess {
    private final @Nullable Object[] array;

    Values(@Nullable Object[] array) {
        this.array = array;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // The inputs' own values.
    public T get(int index) {
        return (T) array[index];
    }

    @Override
    public int size() {
        return array.length;
    }

    /** Without the looks for changes that {@link AbstractList}'s takes. */
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // The inputs' own values.
    public Iterator<T> iterator() {
        return (Iterator<T>) Arrays.asList(array).iterator();
    }

    @Override
    public @Nullable Object[] toArray() {
        return array.clone();
    }
}
