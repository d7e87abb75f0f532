package io.assay.hpack;

/** The flags word of {@link HeaderSink}: what is public is read there, the rest serves the cache of strings. */
final class FieldFlags {
    static final int NEVER_INDEXED = 1;
    /** Name and value are those of the entry in {@link #slot}; without it, the name alone. */
    static final int WHOLE_ENTRY = 2;

    private static final int NAME_SHIFT = 2;
    private static final int NAME_MASK = 0x3F;
    private static final int SLOT_SHIFT = 8;

    private FieldFlags() {}

    static int entry(int slot, int nameId) {
        return slot << SLOT_SHIFT | nameId << NAME_SHIFT | WHOLE_ENTRY;
    }

    static int nameId(int flags) {
        return (flags >>> NAME_SHIFT) & NAME_MASK;
    }

    /** The entry that holds the name, 0 for none. */
    static int slot(int flags) {
        return flags >>> SLOT_SHIFT;
    }

    /** Of a field that has its name from an entry with these flags, or from none where they are 0. */
    static int name(int entryFlags, boolean neverIndexed) {
        return (entryFlags & ~WHOLE_ENTRY) | (neverIndexed ? NEVER_INDEXED : 0);
    }
}
