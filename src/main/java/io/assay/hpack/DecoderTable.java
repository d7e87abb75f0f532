package io.assay.hpack;

import org.jspecify.annotations.Nullable;

/**
 * Static and dynamic table of a decoder in the same two arrays, so that an index finds its entry without asking which
 * table it is in. Bytes: the static table's, then a ring in which an entry never wraps, then slack. Entries: 0 to 61
 * the static table's, then a ring of a power of two.
 *
 * <p>The ring of bytes is three times the capacity. Entries in use cover at most one capacity, so there is always room
 * for one capacity more at the head, before anything is evicted: strings are decoded right into their entry, and names
 * of entries that are evicted by that can still be read.
 */
final class DecoderTable {
    private static final int FIRST = StaticTable.SIZE + 1;
    /** Room at the head even without a table: short strings are decoded there. */
    private static final int LEAST_AREA = 512;

    byte[] bytes;
    int[] entries;
    /** The most that {@link #room} gives. */
    int area;

    /** Strings by slot, made when asked for; null as long as nobody wants strings. */
    @Nullable
    String @Nullable [] names;

    @Nullable
    String @Nullable [] values;

    private int mask;
    private int head;
    private int newest;
    private int count;
    private int size;
    private int capacity;

    DecoderTable(int capacity) {
        area = Math.max(capacity, LEAST_AREA);
        bytes = newBytes(area);
        int slots = slots(capacity);
        entries = newEntries(slots);
        mask = slots - 1;
        head = StaticTable.BYTES.length;
        this.capacity = capacity;
    }

    private static byte[] newBytes(int area) {
        byte[] bytes = new byte[StaticTable.BYTES.length + 3 * area + Words.SLACK];
        System.arraycopy(StaticTable.BYTES, 0, bytes, 0, StaticTable.BYTES.length);
        return bytes;
    }

    private static int slots(int capacity) {
        int most = Math.max(1, capacity / TableEntry.OVERHEAD);
        return Integer.highestOneBit(2 * most - 1);
    }

    private static int[] newEntries(int slots) {
        int[] entries = new int[(FIRST + slots) * TableEntry.INTS];
        System.arraycopy(StaticTable.ENTRIES, 0, entries, 0, StaticTable.ENTRIES.length);
        return entries;
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

    /** The slot of an index of RFC 7541 section 2.3.3, or -1 when there is no such entry. */
    int slot(int index) {
        if (Integer.compareUnsigned(index - 1, StaticTable.SIZE + count) >= 0) return -1;
        return index < FIRST ? index : FIRST + ((newest - (index - FIRST)) & mask);
    }

    int nameLength(int slot) {
        return TableEntry.valueFrom(entries, slot) - TableEntry.from(entries, slot);
    }

    /** Where at least {@code length} bytes, not more than {@link #area}, may be written; nothing moves there yet. */
    int room(int length) {
        if (head + length > bytes.length - Words.SLACK) head = StaticTable.BYTES.length;
        return head;
    }

    /**
     * Makes what was written to the {@link #room} the newest entry, and evicts what it displaces.
     *
     * @param nameSlot the entry whose name it has, 0 for none
     * @return the entry's slot, or 0 when it was too large and the table is empty now
     */
    int add(int valueFrom, int to, int nameId, int nameSlot) {
        int need = to - head + TableEntry.OVERHEAD;
        evictTo(capacity - need);
        if (need > capacity) return 0;
        newest++;
        int slot = FIRST + (newest & mask);
        TableEntry.set(entries, slot, head, valueFrom, to, FieldFlags.entry(slot, nameId));
        head = to;
        count++;
        size += need;
        if (names != null && values != null) {
            names[slot] = names[nameSlot];
            values[slot] = null;
        }
        return slot;
    }

    /** As {@link #add}, for an entry that was written to the start of another array because it may not fit. */
    int addCopy(byte[] from, int valueFrom, int to, int nameId, int nameSlot) {
        if (to > area) {
            evictTo(0);
            return 0;
        }
        int at = room(to);
        Words.copy(from, 0, bytes, at, to);
        return add(at + valueFrom, at + to, nameId, nameSlot);
    }

    private void evictTo(int most) {
        while (size > most && count > 0) {
            int slot = FIRST + ((newest - count + 1) & mask);
            size -= TableEntry.size(entries, slot);
            // A slot may wait long for its next entry: without this, strings of many tables would be held.
            if (names != null && values != null) {
                names[slot] = null;
                values[slot] = null;
            }
            count--;
        }
    }

    /** A size update: never above the capacity last given to {@link #reserve}. */
    void capacity(int newCapacity) {
        evictTo(newCapacity);
        capacity = newCapacity;
    }

    /** Makes place for a capacity to come, keeping the entries. */
    void reserve(int newCapacity) {
        if (newCapacity <= area && slots(newCapacity) <= mask + 1) return;
        DecoderTable larger = new DecoderTable(newCapacity);
        boolean strings = names != null;
        if (strings) larger.cacheStrings();
        for (int age = count - 1; age >= 0; age--) {
            int slot = FIRST + ((newest - age) & mask);
            int from = TableEntry.from(entries, slot);
            int length = TableEntry.to(entries, slot) - from;
            int at = larger.room(length);
            Words.copy(bytes, from, larger.bytes, at, length);
            int nameId = FieldFlags.nameId(TableEntry.note(entries, slot));
            larger.add(at + TableEntry.valueFrom(entries, slot) - from, at + length, nameId, 0);
        }
        bytes = larger.bytes;
        entries = larger.entries;
        area = larger.area;
        mask = larger.mask;
        head = larger.head;
        newest = larger.newest;
        names = larger.names;
        values = larger.values;
    }

    /** From now on strings of entries are kept. */
    void cacheStrings() {
        int slots = entries.length / TableEntry.INTS;
        names = new String[slots];
        values = new String[slots];
        System.arraycopy(StaticTable.NAMES, 1, names, 1, StaticTable.SIZE);
        System.arraycopy(StaticTable.VALUES, 1, values, 1, StaticTable.SIZE);
    }
}
