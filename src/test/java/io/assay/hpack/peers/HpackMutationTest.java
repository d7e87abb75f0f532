package io.assay.hpack.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.hpack.HpackDecoding;
import io.assay.hpack.HpackException;
import io.assay.workload.HeaderField;
import io.assay.workload.HpackWorkload;
import io.netty.handler.codec.http2.Http2Exception;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every truncation and every flip of one bit of a block: ours refuses what Netty refuses, and decodes the rest alike. */
class HpackMutationTest {
    private static final int BLOCK = 3;

    @ParameterizedTest
    @EnumSource(names = {"BROWSER_STEADY", "API_RESPONSES", "GRPC", "TABLE_THRASH"})
    void oursAndNettyAgree(HpackWorkload workload) throws Exception {
        EncodedBlocks encoded = EncodedBlocks.reference(workload.blocks().subList(0, BLOCK + 1));
        byte[] bytes = encoded.bytes();
        for (int to = encoded.from(BLOCK); to < bytes.length; to++) {
            agree(encoded, Arrays.copyOf(bytes, to), workload + " cut at " + to);
        }
        for (int bit = 8 * encoded.from(BLOCK); bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
            agree(encoded, flipped, workload + " bit " + bit);
        }
    }

    private static void agree(EncodedBlocks encoded, byte[] bytes, String where) throws Exception {
        assertEquals(decode(HpackDecoding.NETTY, encoded, bytes), decode(HpackDecoding.ASSAY, encoded, bytes), where);
    }

    /** The fields of the last block, or nothing where the decoder's own exception refuses it; any other is passed on. */
    private static Optional<List<HeaderField>> decode(HpackDecoding decoding, EncodedBlocks encoded, byte[] bytes)
            throws Exception {
        HpackDecoderAdapter decoder = decoding.over(bytes);
        FieldSum sum = new FieldSum();
        for (int i = 0; i < BLOCK; i++) {
            decoder.decode(encoded.from(i), encoded.to(i), sum);
        }
        sum.collect();
        try {
            decoder.decode(encoded.from(BLOCK), bytes.length, sum);
        } catch (HpackException | Http2Exception e) {
            return Optional.empty();
        }
        return Optional.of(HpackVerifier.normal(sum.collected()));
    }
}
