package io.assay.containers;

import org.agrona.collections.IntArrayList;
import org.agrona.collections.LongArrayList;

/** Agrona's array lists; it has none of objects. */
final class AgronaLists {
    private AgronaLists() {}

    static final class OfInt extends IntArrayList implements IntList {
        OfInt(int expected) {
            super(Sizing.checked(expected), DEFAULT_NULL_VALUE);
        }
    }

    static final class OfLong extends LongArrayList implements LongList {
        OfLong(int expected) {
            super(Sizing.checked(expected), DEFAULT_NULL_VALUE);
        }
    }
}
