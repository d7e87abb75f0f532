package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;

/** What a map or a set is by. */
public enum KeyKind {
    /** Strings. */
    OBJECT {
        @Override
        MapSubject of(ContainerFactory factory, int keys) {
            return new MapSubject.ByObject(factory, keys);
        }
    },
    /** Ints. */
    INT {
        @Override
        MapSubject of(ContainerFactory factory, int keys) {
            return new MapSubject.ByInt(factory, keys);
        }
    },
    /** Longs. */
    LONG {
        @Override
        MapSubject of(ContainerFactory factory, int keys) {
            return new MapSubject.ByLong(factory, keys);
        }
    };

    abstract MapSubject of(ContainerFactory factory, int keys);
}
