package io.assay.containers.peers;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.ObjectArrayDeque;
import com.carrotsearch.hppc.ObjectArrayList;
import com.carrotsearch.hppc.procedures.IntProcedure;
import com.carrotsearch.hppc.procedures.LongProcedure;
import com.carrotsearch.hppc.procedures.ObjectProcedure;
import io.assay.containers.IntList;
import io.assay.containers.LongList;
import io.assay.containers.ObjectList;
import io.assay.containers.ObjectQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** HPPC's lists and its queue. Their indexes are checked by assertions alone, which are off: less work. */
final class HppcLists {
    private HppcLists() {}

    /** Its add returns nothing, so that this one cannot be a subclass. */
    static final class OfObject<E> implements ObjectList<E> {
        private final ObjectArrayList<E> list;

        OfObject(int expected) {
            list = new ObjectArrayList<>(expected);
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public boolean isEmpty() {
            return list.isEmpty();
        }

        @Override
        public void clear() {
            list.clear();
        }

        @Override
        public E get(int index) {
            return list.get(index);
        }

        @Override
        public E set(int index, E element) {
            return list.set(index, element);
        }

        @Override
        public boolean add(E element) {
            list.add(element);
            return true;
        }

        @Override
        public E removeAt(int index) {
            return list.removeAt(index);
        }

        @Override
        @SuppressWarnings("unchecked")
        public boolean remove(Object element) {
            return list.removeFirst((E) element) >= 0;
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            list.forEach((ObjectProcedure<E>) action::accept);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            return list.removeAll((com.carrotsearch.hppc.predicates.ObjectPredicate<E>) filter::test) > 0;
        }
    }

    static final class OfInt extends IntArrayList implements IntList {
        OfInt(int expected) {
            super(expected);
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
            add(element);
            return true;
        }

        @Override
        public void forEachInt(IntConsumer action) {
            forEach((IntProcedure) action::accept);
        }

        @Override
        public boolean removeIfInt(IntPredicate filter) {
            return removeAll((com.carrotsearch.hppc.predicates.IntPredicate) filter::test) > 0;
        }
    }

    static final class OfLong extends LongArrayList implements LongList {
        OfLong(int expected) {
            super(expected);
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
            add(element);
            return true;
        }

        @Override
        public void forEachLong(LongConsumer action) {
            forEach((LongProcedure) action::accept);
        }

        @Override
        public boolean removeIfLong(LongPredicate filter) {
            return removeAll((com.carrotsearch.hppc.predicates.LongPredicate) filter::test) > 0;
        }
    }

    static final class Fifo<E> extends ObjectArrayDeque<E> implements ObjectQueue<E> {
        Fifo(int expected) {
            super(expected);
        }

        @Override
        public boolean offer(E element) {
            addLast(element);
            return true;
        }

        @Override
        public E poll() {
            return isEmpty() ? null : removeFirst();
        }

        @Override
        public E peek() {
            return isEmpty() ? null : getFirst();
        }
    }
}
