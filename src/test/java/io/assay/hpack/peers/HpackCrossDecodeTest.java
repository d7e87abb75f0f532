package io.assay.hpack.peers;

import io.assay.hpack.HpackDecoding;
import io.assay.hpack.HpackEncoding;
import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ours encodes every peer understands, and the other way, over long connections whose table changes its size. */
class HpackCrossDecodeTest {
    private static final long SEED = 7_541L;
    private static final int COUNT = 10_000;
    private static final List<HeaderBlock> BLOCKS = new HeaderBlocks(SEED, 0).sequence(COUNT);
    private static final EncodedBlocks OURS = encode(HpackEncoding.ASSAY, BLOCKS);

    @ParameterizedTest
    @EnumSource(value = HpackDecoding.class, names = "JDK", mode = EnumSource.Mode.EXCLUDE)
    void everyDecoderUnderstandsOurEncoder(HpackDecoding decoder) throws Exception {
        exchange(HpackEncoding.ASSAY, OURS, decoder, BLOCKS);
    }

    /**
     * The JDK's decoder throws {@code ArrayIndexOutOfBoundsException} when a smaller table is left with exactly a 32nd of
     * its size in entries, which takes entries of less than 39 bytes and a table of less than 300.
     */
    @Test
    void theJdksDecoderUnderstandsOurEncoderUnlessTheTableIsTiny() throws Exception {
        List<HeaderBlock> blocks = new HeaderBlocks(SEED, 512).sequence(COUNT);
        exchange(HpackEncoding.ASSAY, encode(HpackEncoding.ASSAY, blocks), HpackDecoding.JDK, blocks);
    }

    @ParameterizedTest
    @EnumSource(HpackEncoding.class)
    void ourDecoderUnderstandsEveryEncoder(HpackEncoding encoder) throws Exception {
        exchange(encoder, encode(encoder, BLOCKS), HpackDecoding.ASSAY, BLOCKS);
    }

    private static EncodedBlocks encode(HpackEncoding encoding, List<HeaderBlock> blocks) {
        try {
            return EncodedBlocks.of(encoding.over(blocks), blocks.size());
        } catch (Exception e) {
            throw new AssertionError(encoding + " refuses to encode, seed " + SEED, e);
        }
    }

    private static void exchange(
            HpackEncoding encoding, EncodedBlocks encoded, HpackDecoding decoding, List<HeaderBlock> blocks) {
        HpackDecoderAdapter decoder = decoding.over(encoded.bytes());
        FieldSum sum = new FieldSum();
        for (int i = 0; i < blocks.size(); i++) {
            String where = encoding + " to " + decoding + ", seed " + SEED;
            sum.collect();
            try {
                if (i % 2 == 0) {
                    decoder.decode(encoded.from(i), encoded.to(i), sum);
                } else {
                    decoder.decodeToStrings(encoded.from(i), encoded.to(i), sum);
                }
            } catch (Exception e) {
                throw new AssertionError(where + ": block " + i + " is refused", e);
            }
            List<HeaderField> fields = sum.collected();
            HpackVerifier.compare(where, i, blocks.get(i).fields(), fields);
        }
    }
}
