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
import java.util.Comparator;

/** Makes containers of one library; {@code expected} elements fit before one grows. */
public interface ContainerFactory {
    /** By {@code equals}. */
    <K, V> ObjectMap<K, V> objectMap(int expected);

    /** By int. */
    <V> IntMap<V> intMap(int expected);

    /** By long. */
    <V> LongMap<V> longMap(int expected);

    /** By {@code equals}. */
    <E> ObjectSet<E> objectSet(int expected);

    /** Of ints. */
    IntSet intSet(int expected);

    /** Of longs. */
    LongSet longSet(int expected);

    /** Of objects. */
    <E> ObjectList<E> objectList(int expected);

    /** Of ints. */
    IntList intList(int expected);

    /** Of longs. */
    LongList longList(int expected);

    /** First in, first out. */
    default <E> ObjectQueue<E> fifoQueue(int expected) {
        throw new UnsupportedOperationException("no queue");
    }

    /** The least first. */
    default <E> ObjectQueue<E> priorityQueue(int expected, Comparator<? super E> order) {
        throw new UnsupportedOperationException("no priority queue");
    }
}
