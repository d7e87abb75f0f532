package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;

/** A list under measurement; its elements are numbers. */
abstract class ListSubject {
    private long sum;

    abstract long get(int index);

    abstract boolean add(int element);

    abstract long removeAt(int index);

    abstract int size();

    abstract long sum();

    /** What is filled at present. */
    abstract Object container();

    /** Begins anew with an empty list, which grows as it is filled. */
    abstract void empty();

    final void count(long element) {
        sum += element;
    }

    final long counted() {
        long counted = sum;
        sum = 0;
        return counted;
    }

    static final class OfObject extends ListSubject {
        private final ContainerFactory factory;
        private final Integer[] elements;
        private ObjectList<Integer> list;

        OfObject(ContainerFactory factory, int count) {
            this.factory = factory;
            elements = new Integer[count];
            for (int i = 0; i < count; i++) elements[i] = i;
            list = factory.objectList(0);
        }

        @Override
        long get(int index) {
            return list.get(index);
        }

        @Override
        boolean add(int element) {
            return list.add(elements[element]);
        }

        @Override
        long removeAt(int index) {
            return list.removeAt(index);
        }

        @Override
        int size() {
            return list.size();
        }

        @Override
        long sum() {
            list.forEach(element -> count(element));
            return counted();
        }

        @Override
        Object container() {
            return list;
        }

        @Override
        void empty() {
            list = factory.objectList(0);
        }
    }

    static final class OfInt extends ListSubject {
        private final ContainerFactory factory;
        private IntList list;

        OfInt(ContainerFactory factory) {
            this.factory = factory;
            list = factory.intList(0);
        }

        @Override
        long get(int index) {
            return list.getInt(index);
        }

        @Override
        boolean add(int element) {
            return list.addInt(element);
        }

        @Override
        long removeAt(int index) {
            return list.removeAt(index);
        }

        @Override
        int size() {
            return list.size();
        }

        @Override
        long sum() {
            list.forEachInt(element -> count(element));
            return counted();
        }

        @Override
        Object container() {
            return list;
        }

        @Override
        void empty() {
            list = factory.intList(0);
        }
    }

    static final class OfLong extends ListSubject {
        private final ContainerFactory factory;
        private LongList list;

        OfLong(ContainerFactory factory) {
            this.factory = factory;
            list = factory.longList(0);
        }

        @Override
        long get(int index) {
            return list.getLong(index);
        }

        @Override
        boolean add(int element) {
            return list.addLong(element);
        }

        @Override
        long removeAt(int index) {
            return list.removeAt(index);
        }

        @Override
        int size() {
            return list.size();
        }

        @Override
        long sum() {
            list.forEachLong(element -> count(element));
            return counted();
        }

        @Override
        Object container() {
            return list;
        }

        @Override
        void empty() {
            list = factory.longList(0);
        }
    }
}
