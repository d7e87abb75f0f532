package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Hashes are given to the table, so that here all of them can collide. */
class EncoderTableTest {
    private static final int HASH = 7;
    private static final int SIZE = 2 + TableEntry.OVERHEAD;

    private static void add(EncoderTable table, String field) {
        byte[] b = Blocks.bytes(field);
        table.add(HASH, HASH, b, 0, 1, b, 1, 2);
    }

    private static int slot(EncoderTable table, String field) {
        byte[] b = Blocks.bytes(field);
        return table.field(HASH, 0, b, 0, 1, b, 1, 2);
    }

    /** How many were added since, or -1. */
    private static int field(EncoderTable table, String field) {
        return age(table, slot(table, field));
    }

    private static int name(EncoderTable table, String name) {
        return age(table, table.name(HASH, 0, Blocks.bytes(name), 0, 1));
    }

    private static int age(EncoderTable table, int slot) {
        return slot == 0 ? -1 : table.index(slot) - StaticTable.SIZE - 1;
    }

    @Test
    void fieldsOfTheSameHashAreToldApart() {
        EncoderTable table = new EncoderTable(4096);
        add(table, "a1");
        add(table, "b1");
        add(table, "a2");
        assertEquals(2, field(table, "a1"));
        assertEquals(1, field(table, "b1"));
        assertEquals(0, field(table, "a2"));
        assertEquals(-1, field(table, "b2"));
        assertEquals(-1, field(table, "c1"));
        assertEquals(0, name(table, "a"), "the newest");
        assertEquals(1, name(table, "b"));
        assertEquals(-1, name(table, "c"));
    }

    @Test
    void onlyTheNewestOfAChainAreLookedAt() {
        EncoderTable table = new EncoderTable(4096);
        String names = "abcdefghi";
        for (int i = 0; i < names.length(); i++) add(table, names.charAt(i) + "1");
        assertEquals(-1, field(table, "a1"), "the ninth from the end");
        assertEquals(-1, name(table, "a"));
        assertEquals(7, field(table, "b1"), "the eighth");
        assertEquals(7, name(table, "b"));
    }

    @Test
    void whatIsEvictedIsNotFound() {
        EncoderTable table = new EncoderTable(3 * SIZE);
        for (String field : new String[] {"a1", "b1", "c1"}) add(table, field);
        assertEquals(3, table.count());
        add(table, "d1");
        assertEquals(3, table.count());
        assertEquals(3 * SIZE, table.size());
        assertEquals(-1, field(table, "a1"));
        assertEquals(-1, name(table, "a"));
        assertEquals(2, field(table, "b1"));
        table.capacity(SIZE);
        assertEquals(-1, field(table, "c1"));
        assertEquals(0, field(table, "d1"));
        table.capacity(0);
        assertEquals(0, table.count());
        assertEquals(-1, field(table, "d1"));
    }

    @Test
    void usedBytesCountEachEntryOnceAndLeaveWithIt() {
        EncoderTable table = new EncoderTable(2 * SIZE);
        add(table, "a1");
        add(table, "b1");
        assertEquals(0, table.usedSize());
        table.used(slot(table, "a1"));
        table.used(slot(table, "a1"));
        assertEquals(SIZE, table.usedSize());
        add(table, "c1");
        assertEquals(0, table.usedSize(), "a1 is gone");
        add(table, "d1");
        assertEquals(0, table.usedSize(), "b1 was never used");
        table.used(slot(table, "d1"));
        table.capacity(10 * SIZE);
        assertEquals(SIZE, table.usedSize(), "a larger table keeps what it held");
        assertEquals(2, table.count());
        table.capacity(0);
        assertEquals(0, table.usedSize());
    }

    /** Numbers begin again long before they would be negative. */
    @Test
    void numbersBeginAgain() {
        EncoderTable table = new EncoderTable(4 * SIZE, EncoderTable.HIGHEST_NUMBER - 1);
        add(table, "a1");
        assertEquals(0, field(table, "a1"));
        add(table, "b1");
        assertEquals(1, field(table, "a1"));
        assertEquals(0, field(table, "b1"));
        assertEquals(0, name(table, "b"));
        add(table, "c1");
        assertEquals(2, field(table, "a1"));
    }
}
