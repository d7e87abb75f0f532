package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.hpack.HpackEncoderOptions.Indexing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the encoder chooses, and what it must not do. */
class HpackEncoderTest {
    private final HpackEncoder encoder = new HpackEncoder(4096);

    private String hex(HpackEncoder from, Field... fields) {
        return HexFormat.of().formatHex(Blocks.encode(from, List.of(fields)));
    }

    @Test
    void secretsAreNeverIndexedEvenWhereATableHasThem() {
        Field secret = new Field(":method", "GET", true);
        assertEquals("1203474554", hex(encoder, secret));
        assertEquals("400161" + "0162", hex(encoder, Field.of("a", "b")));
        assertEquals("1f2f0162", hex(encoder, new Field("a", "b", true)), "the name alone from the table");
        assertEquals(1, encoder.dynamicTableCount());
    }

    @Test
    void sizeUpdatesComeFirstTheLeastBeforeTheLast() {
        encoder.maxDynamicTableSize(100);
        encoder.maxDynamicTableSize(0);
        encoder.maxDynamicTableSize(200);
        assertEquals("203fa90182", hex(encoder, Field.of(":method", "GET")));
        assertEquals("82", hex(encoder, Field.of(":method", "GET")), "once");
        encoder.maxDynamicTableSize(200);
        assertEquals("82", hex(encoder, Field.of(":method", "GET")), "nothing new, nothing said");
        encoder.maxDynamicTableSize(30);
        assertEquals("3e82", hex(encoder, Field.of(":method", "GET")));
    }

    @Test
    void ourOwnCapIsToldToThePeer() {
        HpackEncoder small = new HpackEncoder(4096, HpackEncoderOptions.DEFAULT.withMaxDynamicTableSize(10));
        assertEquals("2a82", hex(small, Field.of(":method", "GET")));
    }

    @Test
    void whatIsLargerThanTheTableDoesNotEmptyIt() {
        Blocks.encode(encoder, List.of(Field.of("a", "b")));
        Blocks.encode(encoder, List.of(Field.of("huge", "h".repeat(5000))));
        assertEquals(1, encoder.dynamicTableCount());
        assertEquals("be", hex(encoder, Field.of("a", "b")));
    }

    /** A thousand unique paths: what repeats beside them is sent as a literal only now and then. */
    @Test
    void uniqueValuesDoNotDriveOutWhatRepeats() {
        String agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36";
        int literals = 0;
        for (int i = 0; i < 1000; i++) {
            int size = Blocks.encode(
                            encoder,
                            List.of(
                                    Field.of("user-agent", agent),
                                    Field.of(":path", "/items/" + i * 7919L + "/details")))
                    .length;
            if (size > 40) literals++;
        }
        assertTrue(literals <= 3, literals + " times");
    }

    @Test
    void valuesSeenAgainEnterAFullTable() {
        for (int i = 0; i < 500; i++) Blocks.encode(encoder, List.of(Field.of(":path", "/unique/" + i * 7919L)));
        Field polled = Field.of(":path", "/polled/again/and/again");
        Blocks.encode(encoder, List.of(polled));
        Blocks.encode(encoder, List.of(polled));
        assertEquals(1, Blocks.encode(encoder, List.of(polled)).length);
    }

    @Test
    void stringsAreLatinOneOrRefused() {
        encoder.begin(new byte[64], 0);
        encoder.add("caf\u00e9", "\u00ff");
        assertThrows(IllegalArgumentException.class, () -> encoder.add("a", "\u010d\u010a"));
        int end = encoder.end();
        byte[] block = Arrays.copyOf(encoder.buffer(), end);
        HpackEncoder bytes = new HpackEncoder(4096);
        assertArrayEquals(block, Blocks.encode(bytes, List.of(Field.of("caf\u00e9", "\u00ff"))));
    }

    @Test
    void aBufferTooSmallIsReplacedAndWhatLiesBeforeIsKept() {
        byte[] small = {1, 2, 3};
        encoder.begin(small, 2);
        for (int i = 0; i < 50; i++) encoder.add("name-" + i, "value");
        int end = encoder.end();
        assertNotSame(small, encoder.buffer());
        assertEquals(1, encoder.buffer()[0]);
        assertEquals(2, encoder.buffer()[1]);
        assertTrue(end > 50);
    }

    @Test
    void callsInWrongOrder() {
        assertThrows(IllegalStateException.class, encoder::end);
        assertThrows(IllegalStateException.class, () -> encoder.add("a", "b"));
        encoder.begin(new byte[8], 0);
        assertThrows(IllegalStateException.class, () -> encoder.begin(new byte[8], 0));
        assertThrows(IllegalStateException.class, () -> encoder.maxDynamicTableSize(1));
        assertThrows(IndexOutOfBoundsException.class, () -> new HpackEncoder(0).begin(new byte[8], 9));
        assertThrows(IllegalArgumentException.class, () -> new HpackEncoder(-1));
    }

    /** Numbers of entries start anew long before an int ends. */
    @Test
    void numbersStartAnew() {
        EncoderTable table = new EncoderTable(200, EncoderTable.HIGHEST_NUMBER - 5);
        for (int i = 0; i < 20; i++) {
            byte[] name = {(byte) ('a' + i)};
            int nameHash = FieldHash.ofName(name, 0, 1);
            int hash = FieldHash.ofField(nameHash, name, 0, 1);
            table.add(nameHash, hash, name, 0, 1, name, 0, 1);
            assertEquals(62, table.index(table.field(hash, 0, name, 0, 1, name, 0, 1)));
            assertEquals(62, table.index(table.name(nameHash, 0, name, 0, 1)));
            assertEquals(Math.min(i + 1, 5), table.count());
            byte[] oldest = {(byte) ('a' + i - table.count() + 1)};
            int oldestHash = FieldHash.ofName(oldest, 0, 1);
            assertEquals(61 + table.count(), table.index(table.name(oldestHash, 0, oldest, 0, 1)));
        }
    }

    @Test
    void everyFieldOfTheStaticTableIsOneByte() {
        for (int i = 1; i <= StaticTable.SIZE; i++) {
            Field field = Field.of(StaticTable.NAMES[i], StaticTable.VALUES[i]);
            assertEquals(HexFormat.of().toHexDigits((byte) (0x80 | i)), hex(encoder, field));
        }
    }

    /** Values of one name in any order: those of the static table are one byte, also behind ones that it has for others. */
    @Test
    void shortValuesOfAStaticNameAreToldApart() {
        String[] values = {"200", "404", "GET", "201", "2", "", "20000000", "500", "/", "204", "http", "200"};
        for (int i = 0; i < 200; i++) {
            String value = values[i * 7 % values.length];
            int found = 0;
            for (int index = 8; index <= 14; index++) if (StaticTable.VALUES[index].equals(value)) found = index;
            byte[] block = Blocks.encode(encoder, List.of(Field.of(":status", value)));
            if (found != 0) assertArrayEquals(new byte[] {(byte) (0x80 | found)}, block, value);
            else assertTrue(i < values.length || (block.length == 1 && (block[0] & 0x7F) > StaticTable.SIZE), value);
        }
    }

    /** A product is undone by the inverse of its factor: so who chooses values can make their hash that of a short one. */
    @Test
    void shortValuesOfTheSameHashAreToldApart() {
        long inverse = Words.MIX;
        for (int i = 0; i < 5; i++) inverse *= 2 - Words.MIX * inverse;
        long hash = ((Words.few(Blocks.bytes("200"), 0, 3) | 3L << 56) ^ StaticTable.STATUS) * Words.MIX >>> 32;
        assertEquals("88", hex(encoder, Field.of(":status", "200")));
        assertEquals(
                "4804" + "32303000", hex(encoder, Field.of(":status", "200\0")), "the same word but for its length");
        int found = 0;
        for (long low = 0; found < 3; low++) {
            long word = (hash << 32 | low) * inverse ^ StaticTable.STATUS;
            if (word >>> 56 != 7) continue;
            found++;
            byte[] value = Arrays.copyOf(
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(word)
                            .array(),
                    7);
            assertEquals("88", hex(encoder, Field.of(":status", "200")));
            Field other = Field.of(":status", Blocks.text(value, 0, 7));
            assertTrue(Blocks.encode(encoder, List.of(other)).length > 7, "a literal");
        }
    }

    @Test
    void aStatusIsTheSameAsNumberAndAsText() {
        HpackEncoder text = new HpackEncoder(4096);
        for (int round = 0; round < 2; round++) {
            for (int status = 100; status < 1000; status++) {
                encoder.begin(new byte[64], 0);
                encoder.addStatus(status);
                byte[] block = Arrays.copyOf(encoder.buffer(), encoder.end());
                assertArrayEquals(Blocks.encode(text, List.of(Field.of(":status", "" + status))), block, "" + status);
            }
        }
        assertThrows(IllegalStateException.class, () -> encoder.addStatus(200));
        encoder.begin(new byte[8], 0);
        for (int status : new int[] {-1, 0, 99, 1000, 1 << 30}) {
            assertThrows(IllegalArgumentException.class, () -> encoder.addStatus(status));
        }
    }

    /** A string object stands for its field as long as that is in the table, and no longer. */
    @Test
    void sameObjectsAreFoundWhileTheirEntryIsThere() {
        HpackEncoder small = new HpackEncoder(72, HpackEncoderOptions.DEFAULT.withIndexing(Indexing.ALWAYS));
        String name = "x-a";
        String value = "1";
        assertEquals(1 + 4 + 2, sizeOf(small, name, value));
        assertEquals(1, sizeOf(small, name, value));
        assertEquals(1, sizeOf(small, name, value));
        assertEquals(1 + 4 + 2, Blocks.encode(small, List.of(Field.of("x-b", "2"))).length, "another in its slot");
        Blocks.encode(small, List.of(Field.of("x-c", "3")));
        assertEquals(1 + 4 + 2, sizeOf(small, name, value), "evicted");
        small.maxDynamicTableSize(0);
        assertEquals(1 + 1 + 4 + 2, sizeOf(small, name, value), "a size update, and no table");
        sizeOf(encoder, name, value);
        for (int i = 0; i < 2; i++) Blocks.encode(encoder, List.of(Field.of("x-b", "2")));
        assertThrows(
                NullPointerException.class, () -> sizeOf(encoder, nothing(), nothing()), "nothing is kept, nor equal");
    }

    /** What was sent openly as these same objects, and is in a table, is no index when it is secret; nor is it kept then. */
    @Test
    void theSameObjectsAsASecretAreNeverIndexed() {
        String name = "x-key";
        String value = "0123456789";
        for (int i = 0; i < 3; i++) sizeOf(encoder, name, value);
        for (int i = 0; i < 3; i++) {
            encoder.begin(new byte[64], 0);
            encoder.add(name, value, Sensitivity.SECRET);
            assertEquals(2 + 1 + 8, encoder.end(), "a literal with the name's index");
            assertEquals(0x1F, encoder.buffer()[0], "never indexed");
        }
        assertEquals(1, encoder.dynamicTableCount());
        HpackEncoder other = new HpackEncoder(4096);
        other.begin(new byte[64], 0);
        other.add(name, value, Sensitivity.SECRET);
        assertEquals(0, other.dynamicTableCount());
        assertTrue(other.end() > 2);
        assertEquals(1 + 5 + 1 + 8, sizeOf(other, name, value), "the first time that it is open");
    }

    /** Who forgets to say whether a field is secret must not have it indexed; the block goes on after the error. */
    @Test
    void aMissingSensitivityIsRefused() {
        encoder.begin(new byte[64], 0);
        byte[] a = {'a'};
        assertThrows(NullPointerException.class, () -> encoder.add("a", "b", unsaid()));
        assertThrows(NullPointerException.class, () -> encoder.add(a, 0, 1, a, 0, 1, unsaid()));
        encoder.add(":method", "GET");
        assertEquals(1, encoder.end());
        assertEquals(0, encoder.dynamicTableCount());
    }

    @SuppressWarnings("NullAway") // what a caller may pass by mistake
    private static Sensitivity unsaid() {
        return null;
    }

    private static int sizeOf(HpackEncoder encoder, String name, String value) {
        encoder.begin(new byte[64], 0);
        encoder.add(name, value);
        return encoder.end();
    }

    @SuppressWarnings("NullAway") // what a caller may pass by mistake
    private static String nothing() {
        return null;
    }
}
