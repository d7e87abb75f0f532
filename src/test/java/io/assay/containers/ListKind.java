package io.assay.containers;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** The lists of each kind, seen alike: as lists of int. */
enum ListKind {
    OBJECT {
        @Override
        IntList open(Containers containers, int expected) {
            return new OfKeys(containers.objectList(expected));
        }
    },
    INT {
        @Override
        IntList open(Containers containers, int expected) {
            return containers.intList(expected);
        }
    },
    LONG {
        @Override
        IntList open(Containers containers, int expected) {
            return new OfWide(containers.longList(expected));
        }
    };

    abstract IntList open(Containers containers, int expected);

    private record OfKeys(ObjectList<Ids.Key> of) implements IntList {
        @Override
        public int getInt(int index) {
            return Ids.id(of.get(index));
        }

        @Override
        public int setInt(int index, int element) {
            return Ids.id(of.set(index, new Ids.Key(element)));
        }

        @Override
        public boolean addInt(int element) {
            return of.add(new Ids.Key(element));
        }

        @Override
        public int removeAt(int index) {
            return Ids.id(of.removeAt(index));
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

    private record OfWide(LongList of) implements IntList {
        @Override
        public int getInt(int index) {
            return Ids.id(of.getLong(index));
        }

        @Override
        public int setInt(int index, int element) {
            return Ids.id(of.setLong(index, Ids.wide(element)));
        }

        @Override
        public boolean addInt(int element) {
            return of.addLong(Ids.wide(element));
        }

        @Override
        public int removeAt(int index) {
            return Ids.id(of.removeAt(index));
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
