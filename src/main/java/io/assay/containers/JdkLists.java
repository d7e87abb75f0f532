package io.assay.containers;

import java.util.ArrayList;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** {@link ArrayList} as each of the lists; int and long are boxed. */
final class JdkLists {
    private JdkLists() {}

    static final class OfObject<E> extends ArrayList<E> implements ObjectList<E> {
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

    static final class OfInt extends ArrayList<Integer> implements IntList {
        OfInt(int expected) {
            super(Sizing.checked(expected));
        }

        @Override
        public int getInt(int index) {
            return get(index);
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
            return remove(index);
        }

        @Override
        public void forEachInt(IntConsumer action) {
            forEach(action::accept);
        }

        @Override
        public boolean removeIfInt(IntPredicate filter) {
            return removeIf(filter::test);
        }
    }

    static final class OfLong extends ArrayList<Long> implements LongList {
        OfLong(int expected) {
            super(Sizing.checked(expected));
        }

        @Override
        public long getLong(int index) {
            return get(index);
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
            return remove(index);
        }

        @Override
        public void forEachLong(LongConsumer action) {
            forEach(action::accept);
        }

        @Override
        public boolean removeIfLong(LongPredicate filter) {
            return removeIf(filter::test);
        }
    }
}
