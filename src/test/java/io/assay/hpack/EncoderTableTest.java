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

    private static int field(EncoderTable table, String field) {
        byte[] b = Blocks.bytes(field);
        return table.field(HASH, b, 0, 1, b, 1, 2);
    }

    private static int name(EncoderTable table, String name) {
        return table.name(HASH, Blocks.bytes(name), 0, 1);
    }

    @Test
    void fieldsOfTheSameHashAreToldApart() {
        EncoderTable table = new EncoderTable(4096);
        add(table, "a1");
        add(table, "b1");
        add(table, "a2");
        assertEquals(1, field(table, "a1"));
        assertEquals(2, field(table, "b1"));
        assertEquals(3, field(table, "a2"));
        assertEquals(0, field(table, "b2"));
        assertEquals(0, field(table, "c1"));
        assertEquals(3, name(table, "a"), "the newest");
        assertEquals(2, name(table, "b"));
        assertEquals(0, name(table, "c"));
        assertEquals(StaticTable.SIZE + 1, table.index(3));
        assertEquals(StaticTable.SIZE + 3, table.index(1));
    }

    @Test
    void onlyTheNewestOfAChainAreLookedAt() {
        EncoderTable table = new EncoderTable(4096);
        String names = "abcdefghi";
        for (int i = 0; i < names.length(); i++) add(table, names.charAt(i) + "1");
        assertEquals(0, field(table, "a1"), "the ninth from the end");
        assertEquals(0, name(table, "a"));
        assertEquals(2, field(table, "b1"), "the eighth");
        assertEquals(2, name(table, "b"));
    }

    @Test
    void whatIsEvictedIsNotFound() {
        EncoderTable table = new EncoderTable(3 * SIZE);
        for (String field : new String[] {"a1", "b1", "c1"}) add(table, field);
        assertEquals(3, table.count());
        add(table, "d1");
        assertEquals(3, table.count());
        assertEquals(3 * SIZE, table.size());
        assertEquals(0, field(table, "a1"));
        assertEquals(0, name(table, "a"));
        assertEquals(2, field(table, "b1"));
        table.capacity(SIZE);
        assertEquals(0, field(table, "c1"));
        assertEquals(4, field(table, "d1"));
        table.capacity(0);
        assertEquals(0, table.count());
        assertEquals(0, field(table, "d1"));
    }

    @Test
    void usedBytesCountEachEntryOnceAndLeaveWithIt() {
        EncoderTable table = new EncoderTable(2 * SIZE);
        add(table, "a1");
        add(table, "b1");
        assertEquals(0, table.usedSize());
        table.used(1);
        table.used(1);
        assertEquals(SIZE, table.usedSize());
        add(table, "c1");
        assertEquals(0, table.usedSize(), "a1 is gone");
        add(table, "d1");
        assertEquals(0, table.usedSize(), "b1 was never used");
        table.used(4);
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
        assertEquals(EncoderTable.HIGHEST_NUMBER, field(table, "a1"));
        add(table, "b1");
        assertEquals(1, field(table, "a1"));
        assertEquals(2, field(table, "b1"));
        assertEquals(StaticTable.SIZE + 2, table.index(1));
        assertEquals(2, name(table, "b"));
    }
}
