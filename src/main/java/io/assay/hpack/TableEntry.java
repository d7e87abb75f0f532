package io.assay.hpack;

/** An entry of a table: four ints in a row, so that one cache line answers all questions about it. */
final class TableEntry {
    static final int INTS = 4;
    /** RFC 7541 section 4.1: what an entry counts beyond its bytes. */
    static final int OVERHEAD = 32;

    private TableEntry() {}

    static void set(int[] entries, int slot, int from, int valueFrom, int to, int note) {
        int at = slot * INTS;
        entries[at] = from;
        entries[at + 1] = valueFrom;
        entries[at + 2] = to;
        entries[at + 3] = note;
    }

    static int from(int[] entries, int slot) {
        return entries[slot * INTS];
    }

    static int valueFrom(int[] entries, int slot) {
        return entries[slot * INTS + 1];
    }

    static int to(int[] entries, int slot) {
        return entries[slot * INTS + 2];
    }

    static void to(int[] entries, int slot, int to) {
        entries[slot * INTS + 2] = to;
    }

    /** The table's own word. */
    static int note(int[] entries, int slot) {
        return entries[slot * INTS + 3];
    }

    static void note(int[] entries, int slot, int note) {
        entries[slot * INTS + 3] = note;
    }

    /** RFC 7541 section 4.1. */
    static int size(int[] entries, int slot) {
        return to(entries, slot) - from(entries, slot) + OVERHEAD;
    }

    static boolean hasName(int[] entries, int slot, byte[] bytes, byte[] b, int from, int to) {
        int start = from(entries, slot);
        int length = to - from;
        return valueFrom(entries, slot) - start == length && Words.equal(bytes, start, b, from, length);
    }

    static boolean hasValue(int[] entries, int slot, byte[] bytes, byte[] b, int from, int to) {
        int start = valueFrom(entries, slot);
        int length = to - from;
        return to(entries, slot) - start == length && Words.equal(bytes, start, b, from, length);
    }
}
