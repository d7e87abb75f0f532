package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.hpack.HpackEncoderOptions.Huffman;
import io.assay.hpack.HpackEncoderOptions.Indexing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Encoder, decoder (ranges and strings) and reference stay in step over sequences of blocks and settings. */
class RoundTripTest {
    private static final int[] SIZES = {0, 1, 31, 32, 33, 64, 100, 256, 1000, 4096, 5000, 20_000};

    @Property(tries = 150)
    void sequencesOfBlocksAndTableSizes(
            @ForAll long seed, @ForAll Indexing indexing, @ForAll Huffman huffman, @ForAll @IntRange(max = 11) int own)
            throws HpackException {
        Random random = new Random(seed);
        HpackEncoderOptions options = new HpackEncoderOptions(SIZES[own], huffman, indexing);
        HpackEncoder encoder = new HpackEncoder(4096, options);
        HpackDecoder decoder = new HpackDecoder(4096);
        HpackDecoder strings = new HpackDecoder(4096);
        ReferenceDecoder reference = new ReferenceDecoder(4096, HpackLimits.DEFAULT);
        Traffic traffic = new Traffic(seed, random.nextBoolean() ? 60 : 3000);
        for (int i = 0; i < 40; i++) {
            for (int changes = Math.max(0, random.nextInt(8) - 5); changes > 0; changes--) {
                int size = SIZES[random.nextInt(SIZES.length)];
                encoder.maxDynamicTableSize(size);
                decoder.maxDynamicTableSize(size);
                strings.maxDynamicTableSize(size);
                reference.maxDynamicTableSize(size);
            }
            List<Field> fields = traffic.block(20);
            byte[] block = Blocks.encode(encoder, fields);
            assertEquals(fields, reference.decode(block));
            assertEquals(fields, Blocks.decode(decoder, block));
            assertEquals(
                    fields,
                    random.nextInt(4) == 0 ? Blocks.decode(strings, block) : Blocks.decodeStrings(strings, block));
            assertEquals(reference.tableSize(), decoder.dynamicTableSize());
            assertEquals(reference.tableCount(), decoder.dynamicTableCount());
            assertEquals(reference.tableSize(), encoder.dynamicTableSize());
            assertEquals(reference.tableCount(), encoder.dynamicTableCount());
            assertTrue(encoder.dynamicTableSize() <= SIZES[own]);
        }
    }

    /** The ring of bytes goes round many times, with entries of all lengths up to the whole table. */
    @Property(tries = 20)
    void thrashing(@ForAll long seed, @ForAll @IntRange(min = 40, max = 1200) int tableSize) throws HpackException {
        HpackEncoder encoder = new HpackEncoder(tableSize, HpackEncoderOptions.DEFAULT.withIndexing(Indexing.ALWAYS));
        HpackDecoder decoder = new HpackDecoder(tableSize);
        ReferenceDecoder reference = new ReferenceDecoder(tableSize, HpackLimits.DEFAULT);
        Traffic traffic = new Traffic(seed, tableSize + 20);
        for (int i = 0; i < 200; i++) {
            List<Field> fields = traffic.block(10);
            byte[] block = Blocks.encode(encoder, fields);
            assertEquals(fields, Blocks.decode(decoder, block));
            assertEquals(fields, reference.decode(block));
            assertEquals(reference.tableSize(), encoder.dynamicTableSize());
        }
    }

    /** Entries inserted by indexing are found again: what ALWAYS has sent costs one or two bytes next time. */
    @Property(tries = 50)
    void whatIsInTheTableIsIndexed(@ForAll long seed) {
        HpackEncoder encoder =
                new HpackEncoder(1 << 20, new HpackEncoderOptions(1 << 20, Huffman.AUTO, Indexing.ALWAYS));
        Traffic traffic = new Traffic(seed, 80);
        List<Field> fields = traffic.block(60);
        fields.removeIf(Field::secret);
        Blocks.encode(encoder, fields);
        int again = Blocks.encode(encoder, fields).length;
        assertTrue(again <= 2 * fields.size(), () -> again + " bytes for " + fields);
    }

    /** Strings and bytes of a connection in any mixture give the blocks that bytes alone give, also where objects come again. */
    @Property(tries = 60)
    void stringsGiveTheBlocksOfBytes(@ForAll long seed, @ForAll Indexing indexing) {
        Random random = new Random(seed);
        HpackEncoderOptions options = HpackEncoderOptions.DEFAULT.withIndexing(indexing);
        HpackEncoder mixed = new HpackEncoder(400, options);
        HpackEncoder bytes = new HpackEncoder(400, options);
        Traffic traffic = new Traffic(seed, 60);
        List<List<Field>> past = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(10) == 0) {
                int size = SIZES[random.nextInt(SIZES.length)];
                mixed.maxDynamicTableSize(size);
                bytes.maxDynamicTableSize(size);
            }
            past.add(traffic.block(12));
            List<Field> fields = past.get(random.nextInt(past.size()));
            int formOf = random.nextInt(4);
            mixed.begin(new byte[0], 0);
            for (Field field : fields) {
                if (formOf == 0 || (formOf == 1 && random.nextBoolean())) {
                    Blocks.add(mixed, field);
                } else {
                    mixed.add(
                            random.nextInt(4) == 0 ? new String(field.name()) : field.name(),
                            random.nextInt(4) == 0 ? new String(field.value()) : field.value(),
                            field.sensitivity());
                }
            }
            int end = mixed.end();
            byte[] block = Arrays.copyOf(mixed.buffer(), end);
            assertArrayEquals(Blocks.encode(bytes, fields), block, "block " + i);
        }
    }
}
