package io.assay.containers.peers;

import io.assay.containers.IntList;
import io.assay.containers.IntMap;
import io.assay.containers.IntSet;
import io.assay.containers.LongList;
import io.assay.containers.LongMap;
import io.assay.containers.LongSet;
import io.assay.containers.ObjectList;
import io.assay.containers.ObjectMap;
import io.assay.containers.ObjectQueue;
import io.assay.containers.ObjectSet;

/** HPPC; it has no priority queue. */
public final class HppcFactory implements ContainerFactory {
    /** Entries a slot, as our factory has it. */
    static final float LOAD_FACTOR = 0.65f;

    @Override
    public <K, V> ObjectMap<K, V> objectMap(int expected) {
        return new HppcMaps.OfObject<>(expected);
    }

    @Override
    public <V> IntMap<V> intMap(int expected) {
        return new HppcMaps.OfInt<>(expected);
    }

    @Override
    public <V> LongMap<V> longMap(int expected) {
        return new HppcMaps.OfLong<>(expected);
    }

    @Override
    public <E> ObjectSet<E> objectSet(int expected) {
        return new HppcSets.OfObject<>(expected);
    }

    @Override
    public IntSet intSet(int expected) {
        return new HppcSets.OfInt(expected);
    }

    @Override
    public LongSet longSet(int expected) {
        return new HppcSets.OfLong(expected);
    }

    @Override
    public <E> ObjectList<E> objectList(int expected) {
        return new HppcLists.OfObject<>(expected);
    }

    @Override
    public IntList intList(int expected) {
        return new HppcLists.OfInt(expected);
    }

    @Override
    public LongList longList(int expected) {
        return new HppcLists.OfLong(expected);
    }

    @Override
    public <E> ObjectQueue<E> fifoQueue(int expected) {
        return new HppcLists.Fifo<>(expected);
    }
}
