package io.assay.containers;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** The sets of each kind, seen alike: as sets of int. */
enum SetKind {
    OBJECT {
        @Override
        IntSet open(Containers containers, int expected) {
            return new OfKeys(containers.objectSet(expected));
        }
    },
    INT {
        @Override
        IntSet open(Containers containers, int expected) {
            return containers.intSet(expected);
        }
    },
    LONG {
        @Override
        IntSet open(Containers containers, int expected) {
            return new OfWide(containers.longSet(expected));
        }
    };

    abstract IntSet open(Containers containers, int expected);

    private record OfKeys(ObjectSet<Ids.Key> of) implements IntSet {
        @Override
        public boolean contains(int element) {
            return of.contains(new Ids.Key(element));
        }

        @Override
        public boolean add(int element) {
            return of.add(new Ids.Key(element));
        }

        @Override
        public boolean remove(int element) {
            return of.remove(new Ids.Key(element));
        }

        @Override
        public void forEachInt(IntConsumer action) {
            of.forEach(element -> action.accept(Ids.id(element)));
        }

        @Override
        public boolean removeIfInt(IntPredicate filter) {
            return of.removeIf(element -> filter.test(Ids.id(element)));
        }

        @Override
        public int size() {
            return of.size();
        }

        @Override
        public boolean isEmpty() {
            return of.isEmpty();
        }

        @Override
        public void clear() {
            of.clear();
        }
    }

    private record OfWide(LongSet of) implements IntSet {
        @Override
        public boolean contains(int element) {
            return of.contains(Ids.wide(element));
        }

        @Override
        public boolean add(int element) {
            return of.add(Ids.wide(element));
        }

        @Override
        public boolean remove(int element) {
            return of.remove(Ids.wide(element));
        }

        @Override
        public void forEachInt(IntConsumer action) {
            of.forEachLong(element -> action.accept(Ids.id(element)));
        }

        @Override
        public boolean removeIfInt(IntPredicate filter) {
            return of.removeIfLong(element -> filter.test(Ids.id(element)));
        }

        @Override
        public int size() {
            return of.size();
        }

        @Override
        public boolean isEmpty() {
            return of.isEmpty();
        }

        @Override
        public void clear() {
            of.clear();
        }
    }
}
