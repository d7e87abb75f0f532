package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.hpack.HpackException.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of error, where it is, and that a decoder is closed behind it. */
class DecoderErrorsTest {
    private static final HpackLimits LIMITS = new HpackLimits(1000, 100, 10, 2);

    @ParameterizedTest
    @CsvSource({
        "80, INVALID_INDEX, 0",
        "82be, INVALID_INDEX, 1",
        "7e0161, INVALID_INDEX, 0",
        "0f30, INVALID_INDEX, 0",
        "ff, TRUNCATED, 0",
        "ff80, TRUNCATED, 0",
        "ffffffffff7f, INTEGER_OVERFLOW, 0",
        "ff80ffffff08, INTEGER_OVERFLOW, 0",
        "ff808080808000, INTEGER_OVERFLOW, 0",
        "00, TRUNCATED, 1",
        "0161, TRUNCATED, 1",
        "00016101, TRUNCATED, 3",
        "0002, TRUNCATED, 1",
        "007f80ffffff07, TRUNCATED, 1",
        "0082ffff00, BAD_PADDING, 1",
        "0084ffffffff00, EOS_IN_STRING, 1",
        "8220, MISPLACED_SIZE_UPDATE, 1",
        "3fe21f, TABLE_SIZE_TOO_LARGE, 0",
        "202020, TOO_MANY_SIZE_UPDATES, 2",
        "8282828282828282828282, TOO_MANY_FIELDS, 10",
    })
    void kindsAndOffsets(String hex, Kind kind, int offset) {
        HpackDecoder decoder = new HpackDecoder(4096, LIMITS);
        HpackException error = refused(decoder, Blocks.hex(hex));
        assertEquals(kind, error.kind());
        assertEquals(offset, error.offset());
        assertEquals(0, error.getStackTrace().length);
        assertSame(error, refused(decoder, new byte[0]), "closed");
        assertSame(error, assertThrows(HpackException.class, () -> Blocks.decodeStrings(decoder, new byte[] {2})));
    }

    @Test
    void offsetsAreThoseOfTheCallersArray() {
        byte[] block = {(byte) 0x82, (byte) 0x82, (byte) 0x80, (byte) 0x82};
        HpackDecoder decoder = new HpackDecoder(4096);
        HpackException error = assertThrows(HpackException.class, () -> decoder.decode(block, 1, 3, sink()));
        assertEquals(2, error.offset());
    }

    @Test
    void largestIntegerIsAnIndexThatDoesNotExist() {
        // 127 + (2^31 - 1 - 127), in five bytes
        assertEquals(
                Kind.INVALID_INDEX,
                refused(new HpackDecoder(0), Blocks.hex("ff80ffffff07")).kind());
    }

    @Test
    void stringsUpToTheLimit() throws HpackException {
        for (boolean huffman : new boolean[] {false, true}) {
            assertEquals(
                    1,
                    Blocks.decode(new HpackDecoder(0, LIMITS), field(100, huffman))
                            .size());
            HpackException error = refused(new HpackDecoder(0, LIMITS), field(101, huffman));
            assertEquals(Kind.STRING_TOO_LONG, error.kind());
        }
    }

    private static byte[] field(int valueLength, boolean huffman) {
        HpackEncoderOptions.Huffman choice =
                huffman ? HpackEncoderOptions.Huffman.AUTO : HpackEncoderOptions.Huffman.NEVER;
        HpackEncoder encoder = new HpackEncoder(0, HpackEncoderOptions.DEFAULT.withHuffman(choice));
        return Blocks.encode(encoder, List.of(Field.of("n", "a".repeat(valueLength))));
    }

    /** A byte that stands for four kilobytes: the list limit ends it, not the memory. */
    @Test
    void expansionBomb() throws HpackException {
        HpackLimits limits = HpackLimits.DEFAULT.withMaxFields(Integer.MAX_VALUE);
        HpackDecoder decoder = new HpackDecoder(4096, limits);
        HpackEncoder encoder = new HpackEncoder(4096);
        assertEquals(
                1,
                Blocks.decode(decoder, Blocks.encode(encoder, List.of(Field.of("x", "v".repeat(4000)))))
                        .size());
        byte[] bomb = new byte[100_000];
        Arrays.fill(bomb, (byte) 0xBE);
        int[] fields = {0};
        HpackException error = assertThrows(
                HpackException.class,
                () -> decoder.decode(bomb, 0, bomb.length, (HeaderSink) (n, nf, nt, v, vf, vt, flags) -> fields[0]++));
        assertEquals(Kind.HEADER_LIST_TOO_LARGE, error.kind());
        assertEquals((256 << 10) / (4001 + 32), fields[0]);
    }

    @Test
    void headerListUpToTheLimit() throws HpackException {
        HpackLimits limits = LIMITS.withMaxHeaderListSize(42 * 2); // :method GET counts 42
        assertEquals(
                2,
                Blocks.decode(new HpackDecoder(0, limits), Blocks.hex("8282")).size());
        assertEquals(
                Kind.HEADER_LIST_TOO_LARGE,
                refused(new HpackDecoder(0, limits), Blocks.hex("828282")).kind());
    }

    @Test
    void loweredSettingsDemandAnUpdate() throws HpackException {
        HpackDecoder silent = new HpackDecoder(4096);
        silent.maxDynamicTableSize(100);
        assertEquals(Kind.MISSING_SIZE_UPDATE, refused(silent, Blocks.hex("82")).kind());

        HpackDecoder disobeyed = new HpackDecoder(4096);
        disobeyed.maxDynamicTableSize(10);
        disobeyed.maxDynamicTableSize(4096);
        assertEquals(
                Kind.TABLE_SIZE_TOO_LARGE, refused(disobeyed, Blocks.hex("2b")).kind(), "11, above the least");

        HpackDecoder obeyed = new HpackDecoder(4096);
        obeyed.maxDynamicTableSize(10);
        obeyed.maxDynamicTableSize(4096);
        assertEquals(1, Blocks.decode(obeyed, Blocks.hex("2a3fe11f82")).size(), "10, then 4096");
        assertEquals(1, Blocks.decode(obeyed, Blocks.hex("82")).size(), "asked for once");
    }

    @Test
    void settingsThatDoNotLowerTheTableDemandNothing() throws HpackException {
        HpackDecoder decoder = new HpackDecoder(100);
        decoder.maxDynamicTableSize(4096);
        decoder.maxDynamicTableSize(100);
        assertEquals(1, Blocks.decode(decoder, Blocks.hex("82")).size());
    }

    @Test
    void sinkThatThrowsEndsTheDecoder() {
        HpackDecoder decoder = new HpackDecoder(4096);
        byte[] block = Blocks.hex("82");
        assertThrows(
                IllegalStateException.class,
                () -> decoder.decode(block, 0, 1, (HeaderSink) (n, nf, nt, v, vf, vt, flags) -> {
                    throw new IllegalStateException("no more");
                }));
        assertEquals(Kind.ABANDONED, refused(decoder, block).kind());
    }

    @Test
    void sinkThatCallsItsDecoderEndsItThoughItTakesTheError() throws HpackException {
        HpackDecoder decoder = new HpackDecoder(4096);
        byte[] block = Blocks.hex("82");
        decoder.decode(block, 0, 1, (HeaderSink) (n, nf, nt, v, vf, vt, flags) ->
                assertEquals(Kind.ABANDONED, refused(decoder, block).kind()));
        assertEquals(Kind.ABANDONED, refused(decoder, block).kind());
    }

    @Test
    void argumentsOutsideTheArray() {
        HpackDecoder decoder = new HpackDecoder(4096);
        assertThrows(IndexOutOfBoundsException.class, () -> decoder.decode(new byte[3], 1, 4, sink()));
        assertThrows(IllegalArgumentException.class, () -> new HpackDecoder(-1));
        assertThrows(IllegalArgumentException.class, () -> decoder.maxDynamicTableSize(1 << 30));
        assertThrows(IllegalArgumentException.class, () -> new HpackLimits(-1, 1, 1, 1));
    }

    @Test
    void stringsOfEntriesAreTheSameObjects() throws HpackException {
        HpackDecoder decoder = new HpackDecoder(4096);
        String[][] seen = new String[3][];
        for (int i = 0; i < 3; i++) {
            int call = i;
            byte[] block = Blocks.hex(i == 0 ? "40036b657905616c706861" : "be");
            decoder.decode(block, 0, block.length, (StringSink)
                    (name, value, flags) -> seen[call] = new String[] {name, value});
        }
        assertEquals("alpha", seen[0][1]);
        assertSame(seen[0][1], seen[2][1]);
        assertSame(seen[0][0], seen[2][0]);
    }

    @Test
    void namesOfTheStaticTableHaveIds() throws HpackException {
        byte[] block = Blocks.hex("83440161000178" + "0179");
        StringBuilder ids = new StringBuilder();
        new HpackDecoder(4096).decode(block, 0, block.length, (HeaderSink) (n, nf, nt, v, vf, vt, flags) ->
                ids.append(HeaderSink.nameId(flags)).append(' '));
        assertEquals("2 4 0 ", ids.toString(), "POST is the second of its name");
        assertTrue(HeaderSink.neverIndexed(HeaderSink.NEVER_INDEXED));
    }

    private static HeaderSink sink() {
        return (n, nf, nt, v, vf, vt, flags) -> {};
    }

    private static HpackException refused(HpackDecoder decoder, byte[] block) {
        return assertThrows(HpackException.class, () -> Blocks.decode(decoder, block));
    }
}
