package io.assay.containers;

import java.util.HashMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** {@link HashMap} as each of the maps. It has no primitive keys: int and long are boxed for every call. */
final class JdkMaps {
    private JdkMaps() {}

    static final class OfObject<K, V> extends HashMap<K, V> implements ObjectMap<K, V> {
        OfObject(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public @Nullable V get(Object key) {
            return super.get(Nulls.refuse(key, "key"));
        }

        @Override
        public boolean containsKey(Object key) {
            return super.containsKey(Nulls.refuse(key, "key"));
        }

        @Override
        public @Nullable V put(K key, V value) {
            return super.put(Nulls.refuse(key, "key"), Nulls.refuse(value, "value"));
        }

        @Override
        public @Nullable V remove(Object key) {
            return super.remove(Nulls.refuse(key, "key"));
        }

        @Override
        public void forEachEntry(BiConsumer<? super K, ? super V> action) {
            forEach(action);
        }

        @Override
        public boolean removeEntriesIf(BiPredicate<? super K, ? super V> filter) {
            return entrySet().removeIf(entry -> filter.test(entry.getKey(), entry.getValue()));
        }
    }

    static final class OfInt<V> extends HashMap<Integer, V> implements IntMap<V> {
        OfInt(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public @Nullable V get(int key) {
            return super.get(key);
        }

        @Override
        public boolean containsKey(int key) {
            return super.containsKey(key);
        }

        @Override
        public @Nullable V put(int key, V value) {
            return super.put(key, Nulls.refuse(value, "value"));
        }

        @Override
        public @Nullable V remove(int key) {
            return super.remove(key);
        }

        @Override
        public void forEachEntry(IntMap.EntryConsumer<? super V> action) {
            forEach(action::accept);
        }

        @Override
        public boolean removeEntriesIf(IntMap.EntryPredicate<? super V> filter) {
            return entrySet().removeIf(entry -> filter.test(entry.getKey(), entry.getValue()));
        }
    }

    static final class OfLong<V> extends HashMap<Long, V> implements LongMap<V> {
        OfLong(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public @Nullable V get(long key) {
            return super.get(key);
        }

        @Override
        public boolean containsKey(long key) {
            return super.containsKey(key);
        }

        @Override
        public @Nullable V put(long key, V value) {
            return super.put(key, Nulls.refuse(value, "value"));
        }

        @Override
        public @Nullable V remove(long key) {
            return super.remove(key);
        }

        @Override
        public void forEachEntry(LongMap.EntryConsumer<? super V> action) {
            forEach(action::accept);
        }

        @Override
        public boolean removeEntriesIf(LongMap.EntryPredicate<? super V> filter) {
            return entrySet().removeIf(entry -> filter.test(entry.getKey(), entry.getValue()));
        }
    }
}
