package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A map under measurement, its keys named by their index; the value of a key is that index.
 *
 * @param <C> the kind of map
 */
final class MapSubject<C extends Container> extends Subject<C> {
    private final Operation<C> get;
    private final Operation<C> put;
    private final Operation<C> remove;

    private MapSubject(
            Supplier<C> maker,
            Operation<C> get,
            Operation<C> put,
            Operation<C> remove,
            BiConsumer<C, Subject<C>> walk) {
        super(maker, walk);
        this.get = get;
        this.put = put;
        this.remove = remove;
    }

    /** What is done with a key. */
    private interface Operation<C> {
        Integer on(C map, int key);
    }

    static MapSubject<?> of(KeyKind keys, ContainerFactory factory, int count) {
        Integer[] values = new Integer[count];
        Arrays.setAll(values, i -> i);
        return switch (keys) {
            case OBJECT -> byObject(factory, ContainerKeys.strings(count), values);
            case INT -> byInt(factory, ContainerKeys.ints(count), values);
            case LONG -> byLong(factory, ContainerKeys.longs(count), values);
        };
    }

    private static MapSubject<ObjectMap<String, Integer>> byObject(
            ContainerFactory factory, String[] keys, Integer[] values) {
        return new MapSubject<>(
                () -> factory.objectMap(0),
                (map, key) -> map.get(keys[key]),
                (map, key) -> map.put(keys[key], values[key]),
                (map, key) -> map.remove(keys[key]),
                (map, subject) -> map.forEachEntry((key, value) -> subject.count(value)));
    }

    private static MapSubject<IntMap<Integer>> byInt(ContainerFactory factory, int[] keys, Integer[] values) {
        return new MapSubject<>(
                () -> factory.intMap(0),
                (map, key) -> map.get(keys[key]),
                (map, key) -> map.put(keys[key], values[key]),
                (map, key) -> map.remove(keys[key]),
                (map, subject) -> map.forEachEntry((key, value) -> subject.count(value)));
    }

    private static MapSubject<LongMap<Integer>> byLong(ContainerFactory factory, long[] keys, Integer[] values) {
        return new MapSubject<>(
                () -> factory.longMap(0),
                (map, key) -> map.get(keys[key]),
                (map, key) -> map.put(keys[key], values[key]),
                (map, key) -> map.remove(keys[key]),
                (map, subject) -> map.forEachEntry((key, value) -> subject.count(value)));
    }

    Integer get(int key) {
        return get.on(container(), key);
    }

    Integer put(int key) {
        return put.on(container(), key);
    }

    Integer remove(int key) {
        return remove.on(container(), key);
    }
}
