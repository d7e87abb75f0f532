package io.assay.containers;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.ObjectArrayList;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** fastutil's array lists. */
final class FastutilLists {
    private FastutilLists() {}

    static final class OfObject<E> extends ObjectArrayList<E> implements ObjectList<E> {
        OfObject(int expected) {
            super(Sizing.checked(expected));
        }

        @Override
        public E set(int index, E element) {
            return super.set(index, Nulls.refuse(element, "element"));
        }

        @Override
        public boolean add(E element) {
            return super.add(Nulls.refuse(element, "element"));
        }

        @Override
        public E removeAt(int index) {
            return remove(index);
        }

        @Override
        public boolean remove(Object element) {
            return super.remove(Nulls.refuse(element, "element"));
        }
    }

    static final class OfInt extends IntArrayList implements IntList {
        OfInt(int expected) {
            super(Sizing.checked(expected));
        }

        @Override
        public int setInt(int index, int element) {
            return set(index, element);
        }

        @Override
        public boolean addInt(int element) {
            return add(element);
        }

        @Override
        public int removeAt(int index) {
            return removeInt(index);
        }

        @Override
        public void forEachInt(IntConsumer action) {
            forEach(action);
        }

        @Override
        public boolean removeIfInt(IntPredicate filter) {
            return removeIf(filter);
        }
    }

    static final class OfLong extends LongArrayList implements LongList {
        OfLong(int expected) {
            super(Sizing.checked(expected));
        }

        @Override
        public long setLong(int index, long element) {
            return set(index, element);
        }

        @Override
        public boolean addLong(long element) {
            return add(element);
        }

        @Override
        public long removeAt(int index) {
            return removeLong(index);
        }

        @Override
        public void forEachLong(LongConsumer action) {
            forEach(action);
        }

        @Override
        public boolean removeIfLong(LongPredicate filter) {
            return removeIf(filter);
        }
    }
}
