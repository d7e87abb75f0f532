package io.assay.containers;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** fastutil's open-addressing maps. Their fast iterators show every entry through one reused object. */
final class FastutilMaps {
    private FastutilMaps() {}

    static final class OfObject<K, V> extends Object2ObjectOpenHashMap<K, V> implements ObjectMap<K, V> {
        OfObject(int expected) {
            super(Sizing.checked(expected), Sizing.LOAD_FACTOR);
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
            for (var entries = object2ObjectEntrySet().fastIterator(); entries.hasNext(); ) {
                var entry = entries.next();
                if (filter.test(entry.getKey(), entry.getValue())) {
                    entries.remove();
                    removed = true;
                }
            }
            return removed;
        }
    }

    static final class OfInt<V> extends Int2ObjectOpenHashMap<V> implements IntMap<V> {
        OfInt(int expected) {
            super(Sizing.checked(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public @Nullable V put(int key, V value) {
            return super.put(key, Nulls.refuse(value, "value"));
        }

        @Override
        public void forEachEntry(IntMap.EntryConsumer<? super V> action) {
            forEach(action::accept);
        }

        @Override
        public boolean removeEntriesIf(IntMap.EntryPredicate<? super V> filter) {
            boolean removed = false;
            for (var entries = int2ObjectEntrySet().fastIterator(); entries.hasNext(); ) {
                var entry = entries.next();
                if (filter.test(entry.getIntKey(), entry.getValue())) {
                    entries.remove();
                    removed = true;
                }
            }
            return removed;
        }
    }

    static final class OfLong<V> extends Long2ObjectOpenHashMap<V> implements LongMap<V> {
        OfLong(int expected) {
            super(Sizing.checked(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public @Nullable V put(long key, V value) {
            return super.put(key, Nulls.refuse(value, "value"));
        }

        @Override
        public void forEachEntry(LongMap.EntryConsumer<? super V> action) {
            forEach(action::accept);
        }

        @Override
        public boolean removeEntriesIf(LongMap.EntryPredicate<? super V> filter) {
            boolean removed = false;
            for (var entries = long2ObjectEntrySet().fastIterator(); entries.hasNext(); ) {
                var entry = entries.next();
                if (filter.test(entry.getLongKey(), entry.getValue())) {
                    entries.remove();
                    removed = true;
                }
            }
            return removed;
        }
    }
}
