package io.assay.containers.peers;

import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.ObjectObjectHashMap;
import com.carrotsearch.hppc.predicates.IntObjectPredicate;
import com.carrotsearch.hppc.predicates.LongObjectPredicate;
import com.carrotsearch.hppc.predicates.ObjectObjectPredicate;
import com.carrotsearch.hppc.procedures.IntObjectProcedure;
import com.carrotsearch.hppc.procedures.LongObjectProcedure;
import com.carrotsearch.hppc.procedures.ObjectObjectProcedure;
import io.assay.containers.IntMap;
import io.assay.containers.LongMap;
import io.assay.containers.ObjectMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** HPPC's maps. Each scatters its keys by a seed of its own. */
final class HppcMaps {
    private HppcMaps() {}

    static final class OfObject<K, V> extends ObjectObjectHashMap<K, V> implements ObjectMap<K, V> {
        OfObject(int expected) {
            super(expected, HppcFactory.LOAD_FACTOR);
        }

        @Override
        public void forEachEntry(BiConsumer<? super K, ? super V> action) {
            forEach((ObjectObjectProcedure<K, V>) action::accept);
        }

        @Override
        public boolean removeEntriesIf(BiPredicate<? super K, ? super V> filter) {
            return removeAll((ObjectObjectPredicate<K, V>) filter::test) > 0;
        }
    }

    static final class OfInt<V> extends IntObjectHashMap<V> implements IntMap<V> {
        OfInt(int expected) {
            super(expected, HppcFactory.LOAD_FACTOR);
        }

        @Override
        public void forEachEntry(EntryConsumer<? super V> action) {
            forEach((IntObjectProcedure<V>) action::accept);
        }

        @Override
        public boolean removeEntriesIf(EntryPredicate<? super V> filter) {
            return removeAll((IntObjectPredicate<V>) filter::test) > 0;
        }
    }

    static final class OfLong<V> extends LongObjectHashMap<V> implements LongMap<V> {
        OfLong(int expected) {
            super(expected, HppcFactory.LOAD_FACTOR);
        }

        @Override
        public void forEachEntry(EntryConsumer<? super V> action) {
            forEach((LongObjectProcedure<V>) action::accept);
        }

        @Override
        public boolean removeEntriesIf(EntryPredicate<? super V> filter) {
            return removeAll((LongObjectPredicate<V>) filter::test) > 0;
        }
    }
}
