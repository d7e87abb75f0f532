package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fuzz target: a decoder on one connection, beside the plain one. First byte: bit 3 tight limits, bits 0 to 2 the table
 * size. Then steps: below F0 the length of a block that follows, F0 to FB a table size of the settings, above a block
 * whose length is in two bytes.
 */
public final class HpackDecoderFuzz {
    private static final int[] SIZES = {4096, 0, 33, 64, 100, 256, 512, 65_536};
    private static final HpackLimits TIGHT = new HpackLimits(400, 60, 10, 1);
    private static final int SETTINGS = 0xF0;
    private static final int LONG_BLOCK = 0xFC;
    /** What lies about a block in its array; read as part of it, it would be more fields, or more of a string. */
    private static final byte[] AROUND = {(byte) 0x82, 0x00, 0x01, 'a', (byte) 0x9F, 'z', 'z', 'z', 'z', 'z'};

    private final HpackLimits limits;
    private final HpackDecoder ranges;
    private final HpackDecoder strings;
    private final ReferenceDecoder reference;

    private HpackDecoderFuzz(int size, HpackLimits limits) {
        this.limits = limits;
        ranges = new HpackDecoder(size, limits);
        strings = new HpackDecoder(size, limits);
        reference = new ReferenceDecoder(size, limits);
    }

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) return;
        HpackDecoderFuzz fuzz =
                new HpackDecoderFuzz(SIZES[input[0] & 7], (input[0] & 8) == 0 ? HpackLimits.DEFAULT : TIGHT);
        int at = 1;
        boolean open = true;
        while (open && at < input.length) {
            int step = input[at++] & 0xFF;
            if (step >= SETTINGS && step < LONG_BLOCK) {
                fuzz.settings(SIZES[step & 7]);
                continue;
            }
            int length = step;
            if (step >= LONG_BLOCK && at + 2 <= input.length) {
                length = (input[at] & 0xFF) << 8 | input[at + 1] & 0xFF;
                at += 2;
            }
            int end = Math.min(input.length, at + length);
            open = fuzz.block(Arrays.copyOfRange(input, at, end));
            at = end;
        }
    }

    private void settings(int size) {
        ranges.maxDynamicTableSize(size);
        strings.maxDynamicTableSize(size);
        reference.maxDynamicTableSize(size);
    }

    /** Whether the connection goes on. */
    private boolean block(byte[] block) {
        List<Field> expected;
        try {
            expected = reference.decode(block);
        } catch (HpackException refused) {
            refusedAndClosed(ranges, block);
            refusedAndClosed(strings, block);
            return false;
        }
        try {
            assertEquals(expected, amidOthers(block));
            assertEquals(expected, Blocks.decodeStrings(strings, block));
        } catch (HpackException refused) {
            throw new AssertionError("a valid block is refused", refused);
        }
        for (HpackDecoder decoder : List.of(ranges, strings)) {
            assertEquals(reference.tableSize(), decoder.dynamicTableSize());
            assertEquals(reference.tableCount(), decoder.dynamicTableCount());
        }
        return true;
    }

    private List<Field> amidOthers(byte[] block) throws HpackException {
        byte[] array = new byte[block.length + 2 * AROUND.length];
        System.arraycopy(AROUND, 0, array, 0, AROUND.length);
        System.arraycopy(block, 0, array, AROUND.length, block.length);
        System.arraycopy(AROUND, 0, array, AROUND.length + block.length, AROUND.length);
        List<Field> fields = new ArrayList<>();
        ranges.decode(array, AROUND.length, AROUND.length + block.length, (HeaderSink)
                (name, nameFrom, nameTo, value, valueFrom, valueTo, flags) -> fields.add(new Field(
                        Blocks.text(name, nameFrom, nameTo),
                        Blocks.text(value, valueFrom, valueTo),
                        HeaderSink.neverIndexed(flags))));
        return fields;
    }

    /** What was handed over before the error keeps to the limits, and the decoder stays closed. */
    private void refusedAndClosed(HpackDecoder decoder, byte[] block) {
        long[] counted = {0, 0};
        HpackException error = assertThrows(
                HpackException.class,
                () -> decoder.decode(block, 0, block.length, (HeaderSink)
                        (name, nameFrom, nameTo, value, valueFrom, valueTo, flags) -> {
                            counted[0]++;
                            counted[1] += nameTo - nameFrom + valueTo - valueFrom + TableEntry.OVERHEAD;
                        }));
        assertTrue(error.offset() >= 0 && error.offset() <= block.length, "offset " + error.offset());
        assertTrue(counted[0] <= limits.maxFields(), counted[0] + " fields");
        assertTrue(counted[1] <= limits.maxHeaderListSize(), counted[1] + " bytes");
        assertSame(error, assertThrows(HpackException.class, () -> Blocks.decode(decoder, new byte[0])));
    }

    /** Connections of our own encoder, with sizes that change, as a fuzzer would have to guess them. */
    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            HpackEncoder encoder = new HpackEncoder(SIZES[seed]);
            // Long strings too: those that may not fit are decoded apart from the table.
            Traffic traffic = new Traffic(seed, seed < 4 ? 50 : 700);
            FuzzBytes script = new FuzzBytes().put(seed);
            for (int i = 0; i < 4; i++) {
                if (i == 2) {
                    int size = (seed + 3) & 7;
                    encoder.maxDynamicTableSize(SIZES[size]);
                    script.put(SETTINGS | size);
                }
                byte[] block = Blocks.encode(encoder, traffic.block(5));
                script.put(LONG_BLOCK).put(block.length >> 8).put(block.length).put(block);
            }
            seeds.add(script.toBytes());
        }
        return seeds;
    }
}
