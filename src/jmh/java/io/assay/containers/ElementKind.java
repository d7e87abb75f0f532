package io.assay.containers;

/** What a list is of. */
public enum ElementKind {
    /** Boxed integers, made beforehand. */
    OBJECT_LIST,
    /** Ints. */
    INT_LIST,
    /** Longs. */
    LONG_LIST
}
