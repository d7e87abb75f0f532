package io.assay.containers.peers;

import io.assay.containers.IntList;
import io.assay.containers.LongList;
import io.assay.containers.ObjectList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** Eclipse Collections' lists. */
final class EclipseLists {
    private EclipseLists() {}

    static final class OfObject<E> extends FastList<E> implements ObjectList<E> {
        OfObject(int expected) {
            super(expected);
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            each(action::accept);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            return removeIf((org.eclipse.collections.api.block.predicate.Predicate<E>) filter::test);
        }

        @Override
        public E removeAt(int index) {
            return remove(index);
        }
    }

    static final class OfInt extends IntArrayList implements IntList {
        OfInt(int expected) {
            super(expected);
        }

        @Override
        public boolean isEmpty() {
            return size() == 0;
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
            return removeAtIndex(index);
        }

        @Override
        public void forEachInt(IntConsumer action) {
            each(action::accept);
        }

        @Override
        public boolean removeIfInt(IntPredicate filter) {
            return removeIf(filter::test);
        }
    }

    static final class OfLong extends LongArrayList implements LongList {
        OfLong(int expected) {
            super(expected);
        }

        @Override
        public boolean isEmpty() {
            return size() == 0;
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
            return removeAtIndex(index);
        }

        @Override
        public void forEachLong(LongConsumer action) {
            each(action::accept);
        }

        @Override
        public boolean removeIfLong(LongPredicate filter) {
            return removeIf(filter::test);
        }
    }
}
