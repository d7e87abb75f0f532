package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.hpack.HpackEncoderOptions.Indexing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Guesses at the next field save time and change nothing else. */
class FieldOrderTest {
    private static final int PLACE = 3;

    /** Blocks alike but for a few fields, through tables so small that what is guessed has often gone, or is another. */
    @Property(tries = 60)
    void whatIsGuessedIsComparedToTheLastByte(
            @ForAll long seed, @ForAll @IntRange(min = 32, max = 700) int tableSize, @ForAll Indexing indexing)
            throws HpackException {
        Random random = new Random(seed);
        HpackEncoder encoder = new HpackEncoder(tableSize, HpackEncoderOptions.DEFAULT.withIndexing(indexing));
        HpackDecoder decoder = new HpackDecoder(tableSize);
        ReferenceDecoder reference = new ReferenceDecoder(tableSize, HpackLimits.DEFAULT);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < 12; i++) fields.add(field(random, i));
        for (int block = 0; block < 60; block++) {
            for (int change = random.nextInt(3); change > 0; change--) {
                int i = random.nextInt(fields.size());
                fields.set(i, field(random, i));
            }
            if (random.nextInt(10) == 0) fields.add(fields.remove(0));
            byte[] bytes = Blocks.encode(encoder, fields);
            assertEquals(fields, reference.decode(bytes));
            assertEquals(fields, Blocks.decode(decoder, bytes));
            assertEquals(reference.tableSize(), encoder.dynamicTableSize());
        }
    }

    /** Names and values of few lengths that differ in a byte anywhere, some secret, some of the static table. */
    private static Field field(Random random, int i) {
        String name = i < 4 ? StaticTable.NAMES[2 + 2 * i] : "name-" + (char) ('a' + i);
        char[] value = "v".repeat(1 + 13 * (i % 3)).toCharArray();
        value[random.nextInt(value.length)] = (char) ('a' + random.nextInt(3));
        return new Field(name, new String(value), random.nextInt(12) == 0);
    }

    /** The guess must name the newest entry, and a secret must not be found by it. */
    @Test
    void aSecretIsNotFoundByItsPlace() {
        HpackEncoder encoder = new HpackEncoder(4096);
        Field open = Field.of("x-key", "0123456789");
        for (int i = 0; i < 3; i++) Blocks.encode(encoder, List.of(open));
        byte[] secret = Blocks.encode(encoder, List.of(new Field("x-key", "0123456789", true)));
        assertEquals(0x1F, secret[0], "never indexed, its name in the table");
        assertTrue(secret.length > 8);
    }

    /** A path, an id of a request: what the place is followed by is known, what it says is not. */
    @Test
    void aValueThatNoTableTakesIsNotCompared() {
        FieldOrder order = new FieldOrder();
        order.reserve(100);
        order.learnName(PLACE, 70);
        assertTrue(FieldOrder.sure(order.guess(PLACE)), "once may be chance");
        for (int i = 0; i < 5; i++) order.learnName(PLACE, 70);
        assertEquals(70, FieldOrder.slot(order.guess(PLACE)));
        assertFalse(FieldOrder.sure(order.guess(PLACE)));
    }

    @Test
    void doubtGrowsWithWhatIsWrongAndGoesWithWhatIsRight() {
        FieldOrder order = new FieldOrder();
        order.reserve(100);
        assertEquals(0, FieldOrder.slot(order.guess(PLACE)));
        order.learn(PLACE, 70);
        assertEquals(70, FieldOrder.slot(order.guess(PLACE)));
        assertTrue(FieldOrder.sure(order.guess(PLACE)));
        for (int slot = 71; slot < 80; slot++) order.learn(PLACE, slot);
        assertEquals(79, FieldOrder.slot(order.guess(PLACE)));
        assertFalse(FieldOrder.sure(order.guess(PLACE)));
        order.learn(PLACE, 79);
        assertFalse(FieldOrder.sure(order.guess(PLACE)), "once may be chance");
        order.learn(PLACE, 79);
        assertTrue(FieldOrder.sure(order.guess(PLACE)));
        order.confirm(PLACE, order.guess(PLACE));
        order.learn(PLACE, 80);
        assertTrue(FieldOrder.sure(order.guess(PLACE)), "no doubt was left");
        order.inherit(80, PLACE);
        assertEquals(80, FieldOrder.slot(order.guess(80)));
    }
}
