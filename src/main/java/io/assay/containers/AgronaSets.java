package io.assay.containers;

import java.util.function.Predicate;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.LongHashSet;
import org.agrona.collections.ObjectHashSet;

/** Agrona's open-addressing sets. */
final class AgronaSets {
    private AgronaSets() {}

    static final class OfObject<E> extends ObjectHashSet<E> implements ObjectSet<E> {
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
        public boolean removeIf(Predicate<? super E> filter) {
            return super.removeIf(filter);
        }
    }

    static final class OfInt extends IntHashSet implements IntSet {
        OfInt(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }
    }

    static final class OfLong extends LongHashSet implements LongSet {
        OfLong(int expected) {
            super(Sizing.slots(expected), Sizing.LOAD_FACTOR);
        }
    }
}
