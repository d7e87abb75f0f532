package io.assay.containers.peers;

import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.ObjectHashSet;
import com.carrotsearch.hppc.procedures.IntProcedure;
import com.carrotsearch.hppc.procedures.LongProcedure;
import com.carrotsearch.hppc.procedures.ObjectProcedure;
import io.assay.containers.IntSet;
import io.assay.containers.LongSet;
import io.assay.containers.ObjectSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** HPPC's sets. Each scatters its elements by a seed of its own. */
final class HppcSets {
    private HppcSets() {}

    /** Its forEach of a cursor has the erasure of ours, so that this one cannot be a subclass. */
    static final class OfObject<E> implements ObjectSet<E> {
        private final ObjectHashSet<E> set;

        OfObject(int expected) {
            set = new ObjectHashSet<>(expected, HppcFactory.LOAD_FACTOR);
        }

        @Override
        public int size() {
            return set.size();
        }

        @Override
        public boolean isEmpty() {
            return set.isEmpty();
        }

        @Override
        public void clear() {
            set.clear();
        }

        @Override
        public boolean contains(E element) {
            return set.contains(element);
        }

        @Override
        public boolean add(E element) {
            return set.add(element);
        }

        @Override
        public boolean remove(E element) {
            return set.remove(element);
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            set.forEach((ObjectProcedure<E>) action::accept);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            return set.removeAll((com.carrotsearch.hppc.predicates.ObjectPredicate<E>) filter::test) > 0;
        }
    }

    static final class OfInt extends IntHashSet implements IntSet {
        OfInt(int expected) {
            super(expected, HppcFactory.LOAD_FACTOR);
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

    static final class OfLong extends LongHashSet implements LongSet {
        OfLong(int expected) {
            super(expected, HppcFactory.LOAD_FACTOR);
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
}
