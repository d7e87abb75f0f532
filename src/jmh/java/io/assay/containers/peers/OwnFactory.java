package io.assay.containers.peers;

import io.assay.containers.Containers;
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
import java.util.Comparator;

/** Our factory. */
public record OwnFactory(Containers containers) implements ContainerFactory {
    @Override
    public <K, V> ObjectMap<K, V> objectMap(int expected) {
        return containers.objectMap(expected);
    }

    @Override
    public <V> IntMap<V> intMap(int expected) {
        return containers.intMap(expected);
    }

    @Override
    public <V> LongMap<V> longMap(int expected) {
        return containers.longMap(expected);
    }

    @Override
    public <E> ObjectSet<E> objectSet(int expected) {
        return containers.objectSet(expected);
    }

    @Override
    public IntSet intSet(int expected) {
        return containers.intSet(expected);
    }

    @Override
    public LongSet longSet(int expected) {
        return containers.longSet(expected);
    }

    @Override
    public <E> ObjectList<E> objectList(int expected) {
        return containers.objectList(expected);
    }

    @Override
    public IntList intList(int expected) {
        return containers.intList(expected);
    }

    @Override
    public LongList longList(int expected) {
        return containers.longList(expected);
    }

    @Override
    public <E> ObjectQueue<E> fifoQueue(int expected) {
        return containers.fifoQueue(expected);
    }

    @Override
    public <E> ObjectQueue<E> priorityQueue(int expected, Comparator<? super E> order) {
        return containers.priorityQueue(expected, order);
    }
}
