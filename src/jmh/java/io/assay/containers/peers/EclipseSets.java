package io.assay.containers.peers;

import io.assay.containers.IntSet;
import io.assay.containers.LongSet;
import io.assay.containers.ObjectSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;
import org.eclipse.collections.impl.set.mutable.primitive.IntHashSet;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/** Eclipse Collections' sets. Those of primitives are never fuller than a half, which cannot be set. */
final class EclipseSets {
    private EclipseSets() {}

    static final class OfObject<E> extends UnifiedSet<E> implements ObjectSet<E> {
        OfObject(int expected) {
            super((int) Math.ceil(expected / EclipseFactory.LOAD_FACTOR), EclipseFactory.LOAD_FACTOR);
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            each(action::accept);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            return removeIf((org.eclipse.collections.api.block.predicate.Predicate<E>) filter::test);
        }
    }

    static final class OfInt extends IntHashSet implements IntSet {
        OfInt(int expected) {
            super(expected);
        }

        @Override
        public boolean isEmpty() {
            return size() == 0;
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

    static final class OfLong extends LongHashSet implements LongSet {
        OfLong(int expected) {
            super(expected);
        }

        @Override
        public boolean isEmpty() {
            return size() == 0;
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
