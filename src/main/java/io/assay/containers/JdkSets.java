package io.assay.containers;

import java.util.HashSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** {@link HashSet} as each of the sets; int and long are boxed. */
final class JdkSets {
    private JdkSets() {}

    static final class OfObject<E> extends HashSet<E> implements ObjectSet<E> {
        OfObject(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public boolean contains(Object element) {
            return super.contains(Nulls.refuse(element, "element"));
        }

        @Override
        public boolean add(E element) {
            return super.add(Nulls.refuse(element, "element"));
        }

        @Override
        public boolean remove(Object element) {
            return super.remove(Nulls.refuse(element, "element"));
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            super.forEach(action);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            return super.removeIf(filter);
        }
    }

    static final class OfInt extends HashSet<Integer> implements IntSet {
        OfInt(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public boolean contains(int element) {
            return super.contains(element);
        }

        @Override
        public boolean add(int element) {
            return super.add(element);
        }

        @Override
        public boolean remove(int element) {
            return super.remove(element);
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

    static final class OfLong extends HashSet<Long> implements LongSet {
        OfLong(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }

        @Override
        public boolean contains(long element) {
            return super.contains(element);
        }

        @Override
        public boolean add(long element) {
            return super.add(element);
        }

        @Override
        public boolean remove(long element) {
            return super.remove(element);
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
