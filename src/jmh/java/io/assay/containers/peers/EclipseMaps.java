package io.assay.containers.peers;

import io.assay.containers.IntMap;
import io.assay.containers.LongMap;
import io.assay.containers.ObjectMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/** Eclipse Collections' maps. Those by primitives are never fuller than a half, which cannot be set. */
final class EclipseMaps {
    private EclipseMaps() {}

    static final class OfObject<K, V> extends UnifiedMap<K, V> implements ObjectMap<K, V> {
        OfObject(int expected) {
            super((int) Math.ceil(expected / EclipseFactory.LOAD_FACTOR), EclipseFactory.LOAD_FACTOR);
        }

        @Override
        public void forEachEntry(BiConsumer<? super K, ? super V> action) {
            forEachKeyValue(action::accept);
        }

        @Override
        public boolean removeEntriesIf(BiPredicate<? super K, ? super V> filter) {
            return removeIf(filter::test);
        }
    }

    static final class OfInt<V> extends IntObjectHashMap<V> implements IntMap<V> {
        OfInt(int expected) {
            super(expected);
        }

        @Override
        public void forEachEntry(EntryConsumer<? super V> action) {
            forEachKeyValue(action::accept);
        }

        @Override
        public boolean removeEntriesIf(EntryPredicate<? super V> filter) {
            return removeIf(filter::test);
        }
    }

    static final class OfLong<V> extends LongObjectHashMap<V> implements LongMap<V> {
        OfLong(int expected) {
            super(expected);
        }

        @Override
        public void forEachEntry(EntryConsumer<? super V> action) {
            forEachKeyValue(action::accept);
        }

        @Override
        public boolean removeEntriesIf(EntryPredicate<? super V> filter) {
            return removeIf(filter::test);
        }
    }
}
