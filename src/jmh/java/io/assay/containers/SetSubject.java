package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;

/** A set under measurement, its elements named by their index. */
abstract class SetSubject {
    private long sum;

    abstract boolean contains(int element);

    abstract boolean add(int element);

    abstract boolean remove(int element);

    abstract int size();

    /** The sum of what the elements are worth. */
    abstract long sum();

    /** What an element is worth. */
    abstract long sum(int element);

    /** What is filled at present. */
    abstract Object container();

    /** Begins anew with an empty set, which grows as it is filled. */
    abstract void empty();

    final void count(long worth) {
        sum += worth;
    }

    final long counted() {
        long counted = sum;
        sum = 0;
        return counted;
    }

    static SetSubject of(KeyKind keys, ContainerFactory factory, int elements) {
        return switch (keys) {
            case OBJECT -> new OfObject(factory, elements);
            case INT -> new OfInt(factory, elements);
            case LONG -> new OfLong(factory, elements);
        };
    }

    private static final class OfObject extends SetSubject {
        private final ContainerFactory factory;
        private final String[] elements;
        private ObjectSet<String> set;

        OfObject(ContainerFactory factory, int count) {
            this.factory = factory;
            elements = ContainerKeys.strings(count);
            set = factory.objectSet(0);
        }

        @Override
        boolean contains(int element) {
            return set.contains(elements[element]);
        }

        @Override
        boolean add(int element) {
            return set.add(elements[element]);
        }

        @Override
        boolean remove(int element) {
            return set.remove(elements[element]);
        }

        @Override
        int size() {
            return set.size();
        }

        @Override
        long sum() {
            set.forEach(element -> count(element.hashCode()));
            return counted();
        }

        @Override
        long sum(int element) {
            return elements[element].hashCode();
        }

        @Override
        Object container() {
            return set;
        }

        @Override
        void empty() {
            set = factory.objectSet(0);
        }
    }

    private static final class OfInt extends SetSubject {
        private final ContainerFactory factory;
        private final int[] elements;
        private IntSet set;

        OfInt(ContainerFactory factory, int count) {
            this.factory = factory;
            elements = ContainerKeys.ints(count);
            set = factory.intSet(0);
        }

        @Override
        boolean contains(int element) {
            return set.contains(elements[element]);
        }

        @Override
        boolean add(int element) {
            return set.add(elements[element]);
        }

        @Override
        boolean remove(int element) {
            return set.remove(elements[element]);
        }

        @Override
        int size() {
            return set.size();
        }

        @Override
        long sum() {
            set.forEachInt(element -> count(element));
            return counted();
        }

        @Override
        long sum(int element) {
            return elements[element];
        }

        @Override
        Object container() {
            return set;
        }

        @Override
        void empty() {
            set = factory.intSet(0);
        }
    }

    private static final class OfLong extends SetSubject {
        private final ContainerFactory factory;
        private final long[] elements;
        private LongSet set;

        OfLong(ContainerFactory factory, int count) {
            this.factory = factory;
            elements = ContainerKeys.longs(count);
            set = factory.longSet(0);
        }

        @Override
        boolean contains(int element) {
            return set.contains(elements[element]);
        }

        @Override
        boolean add(int element) {
            return set.add(elements[element]);
        }

        @Override
        boolean remove(int element) {
            return set.remove(elements[element]);
        }

        @Override
        int size() {
            return set.size();
        }

        @Override
        long sum() {
            set.forEachLong(element -> count(element));
            return counted();
        }

        @Override
        long sum(int element) {
            return elements[element];
        }

        @Override
        Object container() {
            return set;
        }

        @Override
        void empty() {
            set = factory.longSet(0);
        }
    }
}
