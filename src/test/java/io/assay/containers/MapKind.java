package io.assay.containers;

import java.util.function.IntFunction;

/** The maps of each kind, seen alike: as maps by int. */
enum MapKind {
    OBJECT {
        @Override
        IntMap<String> open(Containers containers, int expected) {
            return new OfKeys(containers.objectMap(expected));
        }
    },
    INT {
        @Override
        IntMap<String> open(Containers containers, int expected) {
            return containers.intMap(expected);
        }
    },
    LONG {
        @Override
        IntMap<String> open(Containers containers, int expected) {
            return new OfWide(containers.longMap(expected));
        }
    };

    abstract IntMap<String> open(Containers containers, int expected);

    private record OfKeys(ObjectMap<Ids.Key, String> of) implements IntMap<String> {
        @Override
        public String get(int key) {
            return of.get(new Ids.Key(key));
        }

        @Override
        public boolean containsKey(int key) {
            return of.containsKey(new Ids.Key(key));
        }

        @Override
        public String put(int key, String value) {
            return of.put(new Ids.Key(key), value);
        }

        @Override
        public String remove(int key) {
            return of.remove(new Ids.Key(key));
        }

        @Override
        public String getOrCreate(int key, IntFunction<? extends String> create) {
            return of.getOrCreate(new Ids.Key(key), wide -> create.apply(Ids.id(wide)));
        }

        @Override
        public void forEachEntry(EntryConsumer<? super String> action) {
            of.forEachEntry((key, value) -> action.accept(Ids.id(key), value));
        }

        @Override
        public boolean removeEntriesIf(EntryPredicate<? super String> filter) {
            return of.removeEntriesIf((key, value) -> filter.test(Ids.id(key), value));
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

    private record OfWide(LongMap<String> of) implements IntMap<String> {
        @Override
        public String get(int key) {
            return of.get(Ids.wide(key));
        }

        @Override
        public boolean containsKey(int key) {
            return of.containsKey(Ids.wide(key));
        }

        @Override
        public String put(int key, String value) {
            return of.put(Ids.wide(key), value);
        }

        @Override
        public String remove(int key) {
            return of.remove(Ids.wide(key));
        }

        @Override
        public String getOrCreate(int key, IntFunction<? extends String> create) {
            return of.getOrCreate(Ids.wide(key), wide -> create.apply(Ids.id(wide)));
        }

        @Override
        public void forEachEntry(EntryConsumer<? super String> action) {
            of.forEachEntry((key, value) -> action.accept(Ids.id(key), value));
        }

        @Override
        public boolean removeEntriesIf(EntryPredicate<? super String> filter) {
            return of.removeEntriesIf((key, value) -> filter.test(Ids.id(key), value));
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
