package io.assay.containers;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash map with {@code int} keys; every int is a key like any other. Laws: {@link Container}.
 *
 * @param <V> the values
 */
public interface IntMap<V> extends Container {
    /** The value of the key, or null when there is none. */
    @Nullable
    V get(int key);

    /** Whether the key has a value. */
    boolean containsKey(int key);

    /** Gives the key this value; returns the one it had, or null. */
    @Nullable
    V put(int key, V value);

    /** Takes the key out; returns the value it had, or null. */
    @Nullable
    V remove(int key);

    /** The value of the key, made and put when there is none; as {@link ObjectMap#getOrCreate}. */
    default V getOrCreate(int key, IntFunction<? extends V> create) {
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
        void accept(int key, V value);
    }

    /**
     * Judges one entry, its key not boxed.
     *
     * @param <V> the values
     */
    @FunctionalInterface
    interface EntryPredicate<V> {
        /** Whether the entry is accepted. */
        boolean test(int key, V value);
    }
}
