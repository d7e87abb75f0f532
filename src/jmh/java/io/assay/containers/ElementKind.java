package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;

/** What a list is of. */
public enum ElementKind {
    /** Boxed integers, made beforehand. */
    OBJECT_LIST {
        @Override
        ListSubject of(ContainerFactory factory, int count) {
            return new ListSubject.OfObject(factory, count);
        }
    },
    /** Ints. */
    INT_LIST {
        @Override
        ListSubject of(ContainerFactory factory, int count) {
            return new ListSubject.OfInt(factory);
        }
    },
    /** Longs. */
    LONG_LIST {
        @Override
        ListSubject of(ContainerFactory factory, int count) {
            return new ListSubject.OfLong(factory);
        }
    };

    abstract ListSubject of(ContainerFactory factory, int count);
}
