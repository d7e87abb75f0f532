package io.assay.containers;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.Object2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** Agrona's open-addressing maps. Each keeps one iterator and uses it again: removal allocates at its first use only. */
final class AgronaMaps {
    private AgronaMaps() {}

    static final class OfObject<K, V> extends Object2ObjectHashMap<K, V> implements ObjectMap<K, V> {
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
            boolean removed = false;
            for (var entries = entrySet().iterator(); entries.hasNext(); ) {
                var entry = entries.next();
                if (filter.test(entry.getKey(), entry.getValue())) {
                    entries.remove();
                    removed = true;
                }
            }
            return removed;
        }
    }

    static final class OfInt<V> extends Int2ObjectHashMap<V> implements IntMap<V> {
        OfInt(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public @Nullable V put(int key, V value) {
            return super.put(key, Nulls.refuse(value, "value"));
        }

        @Override
        public void forEachEntry(IntMap.EntryConsumer<? super V> action) {
            forEachInt(action::accept);
        }

        @Override
        public boolean removeEntriesIf(IntMap.EntryPredicate<? super V> filter) {
            return entrySet().removeIfInt(filter::test);
        }
    }

    static final class OfLong<V> extends Long2ObjectHashMap<V> implements LongMap<V> {
        OfLong(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public @Nullable V put(long key, V value) {
            return super.put(key, Nulls.refuse(value, "value"));
        }

        @Override
        public void forEachEntry(LongMap.EntryConsumer<? super V> action) {
            forEachLong(action::accept);
        }

        @Override
        public boolean removeEntriesIf(LongMap.EntryPredicate<? super V> filter) {
            return entrySet().removeIfLong(filter::test);
        }
    }
}
