package io.assay.containers;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hash map with keys that are equal by {@link Object#equals}. Laws: {@link Container}.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public interface ObjectMap<K, V> extends Container {
    /** The value of the key, or null when there is none. */
    @Nullable
    V get(K key);

    /** Whether the key has a value. */
    boolean containsKey(K key);

    /** Gives the key this value; returns the one it had, or null. */
    @Nullable
    V put(K key, V value);

    /** Takes the key out; returns the value it had, or null. */
    @Nullable
    V remove(K key);

    /**
     * The value of the key, made and put when there is none. The key is looked up again for the put, so that
     * {@code create} may use this map itself.
     */
    default V getOrCreate(K key, Function<? super K, ? extends V> create) {
        V value = get(key);
        if (value == null) {
            value = create.apply(key);
            put(key, value);
        }
        return value;
    }

    /** Shows every entry to the action. */
    void forEachEntry(BiConsumer<? super K, ? super V> action);

    /** Removes the entries that the filter accepts; returns whether there was one. */
    boolean removeEntriesIf(BiPredicate<? super K, ? super V> filter);
}
