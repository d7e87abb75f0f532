package io.assay.containers;

/** What a map or a set is by. */
public enum KeyKind {
    /** Strings. */
    OBJECT,
    /** Ints. */
    INT,
    /** Longs. */
    LONG
}
