package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.hpack.HpackException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits hold for every form of a field. */
class DecoderLimitsTest {
    /** Each is {@code ab: cde}, with its name in the block or in the static table ({@code age}). */
    @ParameterizedTest
    @CsvSource({
        "4002616203636465, 37",
        "0002616203636465, 37",
        "1002616203636465, 37",
        "55 03636465, 38",
        "0f06 03636465, 38",
    })
    void theListCountsLiteralsToTheByte(String hex, int size) throws HpackException {
        byte[] block = Blocks.hex(hex.replace(" ", ""));
        HpackLimits limits = HpackLimits.DEFAULT.withMaxHeaderListSize(size);
        assertEquals(1, Blocks.decode(new HpackDecoder(4096, limits), block).size());
        HpackDecoder stricter = new HpackDecoder(4096, limits.withMaxHeaderListSize(size - 1));
        assertEquals(
                Kind.HEADER_LIST_TOO_LARGE,
                assertThrows(HpackException.class, () -> Blocks.decode(stricter, block))
                        .kind());
    }

    @Test
    void aTableThatWasTakenAwayIsAskedForToo() throws HpackException {
        HpackDecoder silent = new HpackDecoder(4096);
        silent.maxDynamicTableSize(0);
        assertEquals(Kind.MISSING_SIZE_UPDATE, refused(silent, "82"));

        HpackDecoder givenBack = new HpackDecoder(4096);
        givenBack.maxDynamicTableSize(0);
        givenBack.maxDynamicTableSize(100);
        assertEquals(Kind.TABLE_SIZE_TOO_LARGE, refused(givenBack, "2182"), "0 must come first");

        HpackDecoder obeyed = new HpackDecoder(4096);
        obeyed.maxDynamicTableSize(0);
        assertEquals(1, Blocks.decode(obeyed, Blocks.hex("2082")).size());
        assertEquals(1, Blocks.decode(obeyed, Blocks.hex("82")).size());
    }

    @Test
    void aFieldOfExactlyTheTablesSizeBecomesAnEntryAndALargerOneEmptiesIt() throws HpackException {
        byte[] field = Blocks.hex("400261620363646582");
        HpackDecoder exact = new HpackDecoder(37);
        assertEquals(2, Blocks.decode(exact, field).size());
        assertEquals(1, exact.dynamicTableCount());
        assertEquals(37, exact.dynamicTableSize());
        assertEquals(2, Blocks.decode(exact, Blocks.hex("be82")).size());
        // One byte more, decoded elsewhere than in the table.
        Blocks.decode(exact, Blocks.hex("40026162" + "0463646566"));
        assertEquals(0, exact.dynamicTableCount());
        assertEquals(0, exact.dynamicTableSize());
    }

    private static Kind refused(HpackDecoder decoder, String hex) {
        return assertThrows(HpackException.class, () -> Blocks.decode(decoder, Blocks.hex(hex)))
                .kind();
    }
}
