package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.hpack.HpackEncoderOptions.Huffman;
import io.assay.hpack.HpackEncoderOptions.Indexing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fuzz target: an encoder, our decoder and the plain one on one connection. First byte: bits 0 to 2 the encoder's own
 * cap, bits 3 and 4 indexing, bit 5 Huffman. Then steps: FF ends a block, F0 to FE a table size of the settings between
 * blocks, else a field: bit 6 secret, bit 5 its name is one of the static table, whose index follows, else its length
 * and bytes; then the value's length and bytes.
 */
public final class HpackEncoderFuzz {
    private static final int[] SIZES = {4096, 0, 33, 64, 100, 256, 512, 65_536};
    private static final int SECRET = 0x40;
    private static final int KNOWN_NAME = 0x20;
    private static final int SETTINGS = 0xF0;
    private static final int END = 0xFF;

    private final byte[] input;
    private int at = 1;
    private final HpackEncoder encoder;
    private final HpackDecoder decoder = new HpackDecoder(4096);
    private final ReferenceDecoder reference = new ReferenceDecoder(4096, HpackLimits.DEFAULT);
    private final int cap;

    private HpackEncoderFuzz(byte[] input) {
        this.input = input;
        int options = input[0];
        cap = SIZES[options & 7];
        Indexing indexing = Indexing.values()[(options >> 3 & 3) % Indexing.values().length];
        encoder = new HpackEncoder(
                4096, new HpackEncoderOptions(cap, (options & 0x20) == 0 ? Huffman.AUTO : Huffman.NEVER, indexing));
    }

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) return;
        HpackEncoderFuzz fuzz = new HpackEncoderFuzz(input);
        List<Field> fields = new ArrayList<>();
        while (fuzz.at < input.length) {
            int step = fuzz.octet();
            if (step == END) {
                fuzz.exchange(fields);
                fields.clear();
            } else if (step < SETTINGS) {
                fields.add(fuzz.field(step));
            } else if (fields.isEmpty()) {
                fuzz.settings(SIZES[step & 7]);
            }
        }
        fuzz.exchange(fields);
    }

    private void settings(int size) {
        encoder.maxDynamicTableSize(size);
        decoder.maxDynamicTableSize(size);
        reference.maxDynamicTableSize(size);
    }

    private void exchange(List<Field> fields) {
        byte[] block = Blocks.encode(encoder, fields);
        try {
            assertEquals(fields, reference.decode(block));
            assertEquals(fields, Blocks.decode(decoder, block));
        } catch (HpackException refused) {
            throw new AssertionError("our own block is refused", refused);
        }
        assertEquals(reference.tableSize(), encoder.dynamicTableSize());
        assertEquals(reference.tableCount(), encoder.dynamicTableCount());
        assertEquals(reference.tableSize(), decoder.dynamicTableSize());
        assertTrue(encoder.dynamicTableSize() <= cap);
        int plain = 2 * integer(SIZES[7], 5);
        // The index of an old entry may take a byte more than an empty name, which HTTP does not have.
        for (Field field : fields) plain += 1 + Math.max(2, string(field.name())) + string(field.value());
        assertTrue(block.length <= plain, block.length + " bytes, as plain literals " + plain);
    }

    private static int string(String s) {
        return integer(s.length(), 7) + s.length();
    }

    /** Bytes of an integer (RFC 7541 section 5.1). */
    private static int integer(int value, int prefixBits) {
        int bytes = 1;
        int prefix = (1 << prefixBits) - 1;
        if (value < prefix) return bytes;
        for (int rest = value - prefix; ; rest >>= 7) {
            bytes++;
            if (rest < 0x80) return bytes;
        }
    }

    private Field field(int step) {
        String name = (step & KNOWN_NAME) != 0 ? StaticTable.NAMES[1 + octet() % StaticTable.SIZE] : text();
        return new Field(name, text(), (step & SECRET) != 0);
    }

    private String text() {
        int end = Math.min(input.length, at + 1 + octet());
        int from = Math.min(at, end);
        at = end;
        return new String(input, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private int octet() {
        return at < input.length ? input[at++] & 0xFF : 0;
    }

    /** Header lists that repeat, under each of the options. */
    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            Traffic traffic = new Traffic(seed, 50);
            FuzzBytes script = new FuzzBytes().put(seed * 9);
            for (int block = 0; block < 3; block++) {
                if (block == 2) script.put(SETTINGS | seed);
                for (Field field : traffic.block(5)) {
                    int known = Arrays.asList(StaticTable.NAMES).lastIndexOf(field.name());
                    script.put((field.secret() ? SECRET : 0) | (known > 0 ? KNOWN_NAME : 0));
                    if (known > 0) script.put(known - 1);
                    else text(script, field.name());
                    text(script, field.value());
                }
                script.put(END);
            }
            seeds.add(script.toBytes());
        }
        return seeds;
    }

    private static void text(FuzzBytes script, String text) {
        script.put(text.length()).put(Blocks.bytes(text));
    }
}
