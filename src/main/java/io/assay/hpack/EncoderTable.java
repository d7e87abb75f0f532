package io.assay.hpack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Static and dynamic table of an encoder in the same arrays: slots 0 to 61 are the static table's, behind them is a ring
 * of a power of two. Bytes: the static table's, then a ring in which an entry never wraps (twice the capacity, so that
 * there is room behind or before what is in use). Two hash indexes have chains that run through the entries from new to
 * old. Entries are numbered in order of insertion; a chain ends at the first number that is evicted, so eviction need not
 * touch the chains.
 */
final class EncoderTable {
    private static final int FIRST = StaticTable.SIZE + 1;

    /** Links of an entry: hash of the field, number before it in its chain, and the same for the name. */
    private static final int FIELD_HASH = 0;

    private static final int FIELD_BEFORE = 1;
    private static final int NAME_HASH = 2;
    private static final int NAME_BEFORE = 3;
    private static final int LINKS = 4;
    /** Entries of a chain that are looked at: who makes hashes collide must not make the encoder slow. */
    private static final int LONGEST_SEARCH = 8;

    /** What becomes of the end of an evicted entry, and of those never used: no value has such a length. */
    private static final int GONE = -1;

    /** Entries are renumbered here, so that numbers always grow. */
    static final int HIGHEST_NUMBER = 1 << 30;

    private byte[] bytes = {};
    private int[] entries = {};
    private int[] links = {};
    private int[] fieldHeads = {};
    private int[] nameHeads = {};
    /** By slot: the strings that its field was last given as, or null; nothing before a field is given so. */
    private @Nullable String[] names = {};

    private @Nullable String[] values = {};
    private int mask;
    private int headMask;

    private int area = -1;
    private int head;
    private int newest;
    private int count;
    private int size;
    private int capacity;
    /** Bytes of entries that have been used since they came. */
    private int usedSize;

    EncoderTable(int capacity) {
        this(capacity, 0);
    }

    /** A table that goes on from the number of an entry long evicted. */
    EncoderTable(int capacity, int newest) {
        capacity(capacity);
        this.newest = newest;
    }

    int size() {
        return size;
    }

    int count() {
        return count;
    }

    int capacity() {
        return capacity;
    }

    int usedSize() {
        return usedSize;
    }

    /** Slots are below this. */
    int slots() {
        return FIRST + mask + 1;
    }

    /** Index in the sense of RFC 7541 section 2.3.3 of the entry in this slot. */
    int index(int slot) {
        return slot < FIRST ? slot : FIRST + ((newest - (slot - FIRST)) & mask);
    }

    int nameHash(int slot) {
        return links[slot * LINKS + NAME_HASH];
    }

    /** Whether a field of these lengths can be in a table at all, so that its hash is worth its time. */
    boolean mayHave(int nameLength, int valueLength) {
        return nameLength + valueLength + TableEntry.OVERHEAD <= capacity || valueLength <= StaticTable.LONGEST_VALUE;
    }

    /** Whether the slot has an entry, with this name. */
    boolean hasName(int slot, byte[] b, int from, int to) {
        return TableEntry.to(entries, slot) >= 0 && TableEntry.hasName(entries, slot, bytes, b, from, to);
    }

    /** Whether the slot has an entry that is this field; nothing is as long as the value of one that is gone. */
    boolean hasField(int slot, byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo) {
        return TableEntry.hasValue(entries, slot, bytes, value, valueFrom, valueTo)
                && TableEntry.hasName(entries, slot, bytes, name, nameFrom, nameTo);
    }

    /**
     * The slot of this field, or 0: in the static table, or the newest in the dynamic one.
     *
     * @param alike a slot with its name, or 0
     */
    int field(int hash, int alike, byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo) {
        int known = alike < FIRST ? alike : 0;
        int index = StaticTable.field(hash, known, name, nameFrom, nameTo, value, valueFrom, valueTo);
        if (index != 0) return index;
        int number = fieldHeads[hash & headMask];
        int evicted = newest - count;
        for (int i = 0; number > evicted && i < LONGEST_SEARCH; i++) {
            int slot = FIRST + (number & mask);
            if (links[slot * LINKS + FIELD_HASH] == hash
                    && TableEntry.hasName(entries, slot, bytes, name, nameFrom, nameTo)
                    && TableEntry.hasValue(entries, slot, bytes, value, valueFrom, valueTo)) {
                return slot;
            }
            number = links[slot * LINKS + FIELD_BEFORE];
        }
        return 0;
    }

    /** The first slot with this name in the static table, or the newest in the dynamic one, or 0; see {@link #field}. */
    int name(int hash, int alike, byte[] b, int from, int to) {
        if (alike != 0 && alike < FIRST) return StaticTable.firstOfName(alike);
        int index = StaticTable.name(hash, b, from, to);
        if (index != 0) return index;
        int number = nameHeads[hash & headMask];
        int evicted = newest - count;
        for (int i = 0; number > evicted && i < LONGEST_SEARCH; i++) {
            int slot = FIRST + (number & mask);
            if (links[slot * LINKS + NAME_HASH] == hash && TableEntry.hasName(entries, slot, bytes, b, from, to)) {
                return slot;
            }
            number = links[slot * LINKS + NAME_BEFORE];
        }
        return 0;
    }

    /**
     * Whether these same objects were given for the field in the slot, which is still there: else none are kept. Strings
     * cannot change, so that nothing of them need be read; equal ones that are other objects may be there all the same.
     */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // that nothing is read is the point
    boolean isSame(int slot, String name, String value) {
        if (slot >= names.length) return false;
        String known = names[slot];
        return known != null && known == name && values[slot] == value;
    }

    /** Keeps the strings of the field in the slot, until that is evicted: no more of them than the table has entries. */
    void keep(int slot, String name, String value) {
        if (names.length < slots()) {
            names = new String[slots()];
            values = new String[slots()];
        }
        names[slot] = name;
        values[slot] = value;
    }

    /** Notes that the entry of the dynamic table was worth its place. */
    void used(int slot) {
        if (TableEntry.note(entries, slot) == 0) {
            TableEntry.note(entries, slot, 1);
            usedSize += TableEntry.size(entries, slot);
        }
    }

    /**
     * Inserts a field not larger than the capacity, evicting what it displaces.
     *
     * @return its slot
     */
    int add(
            int nameHash,
            int fieldHash,
            byte[] name,
            int nameFrom,
            int nameTo,
            byte[] value,
            int valueFrom,
            int valueTo) {
        int nameLength = nameTo - nameFrom;
        int length = nameLength + valueTo - valueFrom;
        evictTo(capacity - length - TableEntry.OVERHEAD);
        if (newest == HIGHEST_NUMBER) rebuild(area);
        if (head + length > bytes.length - 2 * Words.SLACK) head = StaticTable.BYTES.length;
        Words.copy(name, nameFrom, bytes, head, nameLength);
        Words.copy(value, valueFrom, bytes, head + nameLength, valueTo - valueFrom);
        return push(nameHash, fieldHash, nameLength, length, 0);
    }

    private int push(int nameHash, int fieldHash, int nameLength, int length, int note) {
        int number = ++newest;
        int slot = FIRST + (number & mask);
        TableEntry.set(entries, slot, head, head + nameLength, head + length, note);
        int link = slot * LINKS;
        links[link + FIELD_HASH] = fieldHash;
        links[link + FIELD_BEFORE] = fieldHeads[fieldHash & headMask];
        links[link + NAME_HASH] = nameHash;
        links[link + NAME_BEFORE] = nameHeads[nameHash & headMask];
        fieldHeads[fieldHash & headMask] = number;
        nameHeads[nameHash & headMask] = number;
        head += length;
        count++;
        size += length + TableEntry.OVERHEAD;
        return slot;
    }

    private void evictTo(int most) {
        while (size > most && count > 0) {
            int slot = FIRST + ((newest - count + 1) & mask);
            int gone = TableEntry.size(entries, slot);
            size -= gone;
            if (TableEntry.note(entries, slot) != 0) usedSize -= gone;
            TableEntry.to(entries, slot, GONE);
            // A slot may wait long for its next entry: without this, strings of many tables would be held.
            if (slot < names.length) {
                names[slot] = null;
                values[slot] = null;
            }
            count--;
        }
    }

    /** Changes the capacity, evicting what no longer fits. */
    void capacity(int newCapacity) {
        evictTo(newCapacity);
        capacity = newCapacity;
        if (newCapacity > area) rebuild(newCapacity);
    }

    /** Lays everything out anew for a capacity, with numbers from 1. */
    private void rebuild(int newArea) {
        byte[] oldBytes = bytes;
        int[] oldEntries = entries;
        int[] oldLinks = links;
        int oldMask = mask;
        int last = newest;
        int first = newest - count + 1;
        int slots = Integer.highestOneBit(2 * Math.max(1, newArea / TableEntry.OVERHEAD) - 1);
        head = StaticTable.BYTES.length;
        bytes = Arrays.copyOf(StaticTable.BYTES, head + 2 * newArea + 2 * Words.SLACK);
        entries = Arrays.copyOf(StaticTable.ENTRIES, (FIRST + slots) * TableEntry.INTS);
        links = new int[(FIRST + slots) * LINKS];
        TableEntry.to(entries, 0, GONE);
        for (int slot = 1; slot < FIRST; slot++) links[slot * LINKS + NAME_HASH] = StaticTable.nameHash(slot);
        for (int slot = FIRST; slot < FIRST + slots; slot++) TableEntry.to(entries, slot, GONE);
        fieldHeads = new int[2 * slots];
        nameHeads = new int[2 * slots];
        names = new String[0];
        values = new String[0];
        mask = slots - 1;
        headMask = 2 * slots - 1;
        area = newArea;
        newest = 0;
        count = 0;
        size = 0;
        for (int number = first; number <= last; number++) {
            int slot = FIRST + (number & oldMask);
            int from = TableEntry.from(oldEntries, slot);
            int length = TableEntry.to(oldEntries, slot) - from;
            System.arraycopy(oldBytes, from, bytes, head, length);
            push(
                    oldLinks[slot * LINKS + NAME_HASH],
                    oldLinks[slot * LINKS + FIELD_HASH],
                    TableEntry.valueFrom(oldEntries, slot) - from,
                    length,
                    TableEntry.note(oldEntries, slot));
        }
    }
}
