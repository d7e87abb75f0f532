package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;

/** A map under measurement, its keys named by their index. */
abstract class MapSubject {
    /** Values are told by what they say: their key's index. */
    final Integer[] values;

    private long sum;

    MapSubject(int keys) {
        values = new Integer[keys];
        for (int i = 0; i < keys; i++) values[i] = i;
    }

    abstract Integer get(int key);

    abstract Integer put(int key);

    abstract Integer remove(int key);

    abstract int size();

    /** The sum of the values. */
    abstract long sum();

    /** What is filled at present. */
    abstract Object container();

    /** Begins anew with an empty map, which grows as it is filled. */
    abstract void empty();

    final void count(Integer value) {
        sum += value;
    }

    final long counted() {
        long counted = sum;
        sum = 0;
        return counted;
    }

    static final class ByObject extends MapSubject {
        private final ContainerFactory factory;
        private final String[] keys;
        private ObjectMap<String, Integer> map;

        ByObject(ContainerFactory factory, int count) {
            super(count);
            this.factory = factory;
            keys = ContainerKeys.strings(count);
            map = factory.objectMap(0);
        }

        @Override
        Integer get(int key) {
            return map.get(keys[key]);
        }

        @Override
        Integer put(int key) {
            return map.put(keys[key], values[key]);
        }

        @Override
        Integer remove(int key) {
            return map.remove(keys[key]);
        }

        @Override
        int size() {
            return map.size();
        }

        @Override
        long sum() {
            map.forEachEntry((key, value) -> count(value));
            return counted();
        }

        @Override
        Object container() {
            return map;
        }

        @Override
        void empty() {
            map = factory.objectMap(0);
        }
    }

    static final class ByInt extends MapSubject {
        private final ContainerFactory factory;
        private final int[] keys;
        private IntMap<Integer> map;

        ByInt(ContainerFactory factory, int count) {
            super(count);
            this.factory = factory;
            keys = ContainerKeys.ints(count);
            map = factory.intMap(0);
        }

        @Override
        Integer get(int key) {
            return map.get(keys[key]);
        }

        @Override
        Integer put(int key) {
            return map.put(keys[key], values[key]);
        }

        @Override
        Integer remove(int key) {
            return map.remove(keys[key]);
        }

        @Override
        int size() {
            return map.size();
        }

        @Override
        long sum() {
            map.forEachEntry((key, value) -> count(value));
            return counted();
        }

        @Override
        Object container() {
            return map;
        }

        @Override
        void empty() {
            map = factory.intMap(0);
        }
    }

    static final class ByLong extends MapSubject {
        private final ContainerFactory factory;
        private final long[] keys;
        private LongMap<Integer> map;

        ByLong(ContainerFactory factory, int count) {
            super(count);
            this.factory = factory;
            keys = ContainerKeys.longs(count);
            map = factory.longMap(0);
        }

        @Override
        Integer get(int key) {
            return map.get(keys[key]);
        }

        @Override
        Integer put(int key) {
            return map.put(keys[key], values[key]);
        }

        @Override
        Integer remove(int key) {
            return map.remove(keys[key]);
        }

        @Override
        int size() {
            return map.size();
        }

        @Override
        long sum() {
            map.forEachEntry((key, value) -> count(value));
            return counted();
        }

        @Override
        Object container() {
            return map;
        }

        @Override
        void empty() {
            map = factory.longMap(0);
        }
    }
}
