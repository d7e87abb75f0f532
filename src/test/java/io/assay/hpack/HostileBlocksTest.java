package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: the reference's fields and table, or the reference's error, never another exception. */
class HostileBlocksTest {
    private static final HpackLimits LIMITS = new HpackLimits(4000, 300, 40, 2);
    private static final int TABLE = 512;

    /** Blocks of a connection in their order, from an encoder with the same table. */
    private static List<byte[]> corpus(long seed) {
        HpackEncoder encoder = new HpackEncoder(TABLE);
        Traffic traffic = new Traffic(seed, 60);
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if (i == 5) encoder.maxDynamicTableSize(100);
            if (i == 5) encoder.maxDynamicTableSize(TABLE);
            blocks.add(Blocks.encode(encoder, traffic.block(8)));
        }
        return blocks;
    }

    @Test
    void everyTruncationAndEveryBitFlip() {
        for (long seed = 1; seed <= 3; seed++) {
            List<byte[]> blocks = corpus(seed);
            for (int last = 0; last < blocks.size(); last++) {
                byte[] block = blocks.get(last);
                for (int length = 0; length < block.length; length++) {
                    assertLikeReference(blocks.subList(0, last), Arrays.copyOf(block, length));
                }
                for (int bit = 0; bit < block.length * 8; bit++) {
                    byte[] flipped = block.clone();
                    flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
                    assertLikeReference(blocks.subList(0, last), flipped);
                }
            }
        }
    }

    @Property(tries = 3000)
    void anyBytes(@ForAll byte[] block) {
        assertLikeReference(List.of(), block);
    }

    @Property(tries = 1500)
    void blocksSplicedAndSoiled(@ForAll long seed) {
        Random random = new Random(seed);
        List<byte[]> blocks = corpus(random.nextInt(50));
        byte[] a = blocks.get(random.nextInt(blocks.size()));
        byte[] b = blocks.get(random.nextInt(blocks.size()));
        byte[] spliced = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, spliced, a.length, b.length);
        for (int i = random.nextInt(4); i > 0 && spliced.length > 0; i--) {
            spliced[random.nextInt(spliced.length)] = (byte) random.nextInt(256);
        }
        assertLikeReference(blocks.subList(0, random.nextInt(5)), spliced);
    }

    private static void assertLikeReference(List<byte[]> before, byte[] block) {
        HpackDecoder decoder = new HpackDecoder(TABLE, LIMITS);
        ReferenceDecoder reference = new ReferenceDecoder(TABLE, LIMITS);
        for (byte[] good : before) {
            assertEquals(outcome(() -> reference.decode(good)), outcome(() -> Blocks.decode(decoder, good)));
        }
        Object expected = outcome(() -> reference.decode(block));
        assertEquals(expected, outcome(() -> Blocks.decode(decoder, block)), () -> Arrays.toString(block));
        if (expected instanceof List) {
            assertEquals(reference.tableSize(), decoder.dynamicTableSize());
            assertEquals(reference.tableCount(), decoder.dynamicTableCount());
        }
    }

    private interface Decoding {
        List<Field> fields() throws HpackException;
    }

    /** The fields, or the word "error": which of several errors comes first is the decoder's own affair. */
    private static Object outcome(Decoding decoding) {
        try {
            return decoding.fields();
        } catch (HpackException e) {
            return "error";
        }
    }
}
