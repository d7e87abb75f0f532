package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.assay.hpack.HpackEncoderOptions.Indexing;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings are kept for as long as their entry is in the table: a table of a few entries must not hold those of a hundred. */
class KeptStringsTest {
    private static final int TABLE = 256;
    private static final int FIELDS = 5;

    private final HpackEncoder encoder =
            new HpackEncoder(TABLE, HpackEncoderOptions.DEFAULT.withIndexing(Indexing.ALWAYS));
    private final List<WeakReference<String>> names = new ArrayList<>();
    private final List<WeakReference<String>> values = new ArrayList<>();

    private void took(String name, String value) {
        names.add(new WeakReference<>(name));
        values.add(new WeakReference<>(value));
    }

    /** Each has 141 bytes as an entry: one of them is in the table at a time. */
    private static String name(int i) {
        return "x-" + i + "-name";
    }

    private static String value(int i) {
        return ("" + i).repeat(100);
    }

    @Test
    void anEncoderForgetsThoseOfEvictedEntries() {
        for (int i = 0; i < FIELDS; i++) {
            String name = name(i);
            String value = value(i);
            took(name, value);
            encoder.begin(new byte[512], 0);
            encoder.add(name, value);
            encoder.end();
        }
        collectedButTheLast();
        encoder.maxDynamicTableSize(0);
        encoder.begin(new byte[512], 0);
        collected(FIELDS - 1);
        Reference.reachabilityFence(encoder);
    }

    @Test
    void aDecoderForgetsThoseOfEvictedEntries() throws HpackException {
        HpackDecoder decoder = new HpackDecoder(TABLE);
        StringSink sink = (name, value, flags) -> took(name, value);
        for (int i = 0; i < FIELDS; i++) {
            byte[] block = Blocks.encode(encoder, List.of(Field.of(name(i), value(i))));
            decoder.decode(block, 0, block.length, sink);
        }
        collectedButTheLast();
        byte[] again = Blocks.hex("be");
        List<String> kept = new ArrayList<>();
        decoder.decode(again, 0, 1, (StringSink) (name, value, flags) -> kept.addAll(List.of(name, value)));
        assertSame(names.get(FIELDS - 1).get(), kept.get(0));
        assertSame(values.get(FIELDS - 1).get(), kept.get(1));
        Reference.reachabilityFence(decoder);
    }

    /** The strings of an entry whose name is that of the entry it displaces. */
    @Test
    void aNameOutlivesTheEntryItIsTakenFrom() throws HpackException {
        HpackDecoder decoder = new HpackDecoder(TABLE);
        byte[] first = Blocks.encode(encoder, List.of(Field.of("x-name", value(1))));
        byte[] second = Blocks.encode(encoder, List.of(Field.of("x-name", value(2))));
        assertEquals(List.of(Field.of("x-name", value(1))), Blocks.decodeStrings(decoder, first));
        assertEquals(List.of(Field.of("x-name", value(2))), Blocks.decodeStrings(decoder, second));
        assertEquals(List.of(Field.of("x-name", value(2))), Blocks.decodeStrings(decoder, Blocks.hex("be")));
    }

    /** Entries move to other slots when the table is laid out anew; as many slots, so that the guess is the one before. */
    @Test
    void inALargerTableTheyAreNotTakenForThoseOfAnotherEntry() throws HpackException {
        HpackEncoder small = new HpackEncoder(110, HpackEncoderOptions.DEFAULT.withIndexing(Indexing.ALWAYS));
        HpackDecoder decoder = new HpackDecoder(110);
        for (String letter : new String[] {"a", "b", "c", "d", "b"}) assertSent(small, decoder, letter);
        assertEquals(3, small.dynamicTableCount());
        small.maxDynamicTableSize(120);
        decoder.maxDynamicTableSize(120);
        for (String letter : new String[] {"b", "d", "c", "b"}) assertSent(small, decoder, letter);
    }

    private static void assertSent(HpackEncoder encoder, HpackDecoder decoder, String letter) throws HpackException {
        encoder.begin(new byte[64], 0);
        encoder.add("x-a", letter);
        byte[] block = Arrays.copyOf(encoder.buffer(), encoder.end());
        assertEquals(List.of(Field.of("x-a", letter)), Blocks.decodeStrings(decoder, block));
    }

    private void collectedButTheLast() {
        for (int i = 0; i < FIELDS - 1; i++) collected(i);
        assertNotNull(names.get(FIELDS - 1).get());
        assertNotNull(values.get(FIELDS - 1).get());
    }

    /** A collection that is asked for takes what nothing holds; a few are asked for all the same. */
    private void collected(int i) {
        for (int n = 0; n < 5 && (names.get(i).get() != null || values.get(i).get() != null); n++) System.gc();
        assertNull(names.get(i).get(), "name " + i);
        assertNull(values.get(i).get(), "value " + i);
    }
}
