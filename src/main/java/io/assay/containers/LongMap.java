package io.assay.containers;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash map with {@code long} keys; every long is a key like any other. Laws: {@link Container}.
 *
 * @param <V> the values
 */
public interface LongMap<V> extends Container {
    /** The value of the key, or null when there is none. */
    @Nullable
    V get(long key);

    /** Whether the key has a value. */
    boolean containsKey(long key);

    /** Gives the key this value; returns the one it had, or null. */
    @Nullable
    V put(long key, V value);

    /** Takes the key out; returns the value it had, or null. */
    @Nullable
    V remove(long key);

    /** The value of the key, made and put when there is none; as {@link ObjectMap#getOrCreate}. */
    default V getOrCreate(long key, LongFunction<? extends V> create) {
        V value = get(key);
        if (value == null) {
            value = create.apply(key);
            put(key, value);
        }
        return value;
    }

    /** Shows every entry to the action. */
    void forEachEntry(EntryConsumer<? super V> action);

    /** Removes the entries that the filter accepts; returns whether there was one. */
    boolean removeEntriesIf(EntryPredicate<? super V> filter);

    /**
     * Takes one entry, its key not boxed.
     *
     * @param <V> the values
     */
    @FunctionalInterface
    interface EntryConsumer<V> {
        /** Takes the entry. */
        void accept(long key, V value);
    }

    /**
     * Judges one entry, its key not boxed.
     *
     * @param <V> the values
     */
    @FunctionalInterface
    interface EntryPredicate<V> {
        /** Whether the entry is accepted. */
        boolean test(long key, V value);
    }
}
