package io.assay.containers;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** fastutil's open-addressing sets. */
final class FastutilSets {
    private FastutilSets() {}

    static final class OfObject<E> extends ObjectOpenHashSet<E> implements ObjectSet<E> {
        OfObject(int expected) {
            super(Sizing.checked(expected), Sizing.LOAD_FACTOR);
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
        public boolean removeIf(Predicate<? super E> filter) {
            return super.removeIf(filter);
        }
    }

    static final class OfInt extends IntOpenHashSet implements IntSet {
        OfInt(int expected) {
            super(Sizing.checked(expected), Sizing.LOAD_FACTOR);
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

    static final class OfLong extends LongOpenHashSet implements LongSet {
        OfLong(int expected) {
            super(Sizing.checked(expected), Sizing.LOAD_FACTOR);
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
