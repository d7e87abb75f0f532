package io.assay.router;

/** What {@link TrieFlattener} hands to {@link Trie}; the arrays' layout is stated there. */
@SuppressWarnings("ArrayRecordComponent") // a parcel between two classes, never compared
record TrieArrays(
        long[] records,
        long[] groups,
        long[] leaves,
        long[] methodSets,
        int[] routes,
        int[] alternatives,
        PartialPattern[] patterns,
        PartialIndex[] indexes,
        byte[] pool,
        long[] poolAt,
        int deep,
        long seed,
        int root) {}
