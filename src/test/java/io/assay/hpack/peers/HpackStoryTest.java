package io.assay.hpack.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.hpack.HpackEncoding;
import io.assay.hpack.HpackException;
import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories of every encoder, whose settings change between blocks from 0 to 64 KB, are understood by our decoder. */
class HpackStoryTest {
    private static final long SEED = 4_096L;
    private static final int BLOCKS = 500;
    private static final int[] SIZES = {0, 31, 32, 64, 100, 512, 1_024, 2_000, 4_096, 8_192, 16_384, 65_536};

    @Test
    void writtenByHand() throws Exception {
        Story story = Story.of(resource());
        List<List<HeaderField>> decoded = story.decoded();
        assertEquals(7, story.size());
        for (int i = 0; i < story.size(); i++) assertEquals(story.headers(i), decoded.get(i), "case " + i);
    }

    @ParameterizedTest
    @EnumSource(HpackEncoding.class)
    void ofEveryEncoder(HpackEncoding encoding) throws Exception {
        List<HeaderBlock> blocks = blocks();
        HpackEncoderAdapter encoder = encoding.over(blocks);
        Story written = new Story();
        for (int i = 0; i < blocks.size(); i++) {
            List<Integer> sizes = blocks.get(i).tableSizes();
            byte[] wire = encoder.copy(encoder.encode(i));
            written.add(
                    sizes.isEmpty() ? null : sizes.get(0), wire, blocks.get(i).fields());
        }
        Story story = Story.of(written.json());
        List<List<HeaderField>> decoded = story.decoded();
        for (int i = 0; i < blocks.size(); i++) {
            HpackVerifier.compare(encoding + ", seed " + SEED, i, story.headers(i), decoded.get(i));
        }
    }

    /** A table size that comes a case too late: the story is refused, or its fields are others. */
    @Test
    void settingsMatter() throws Exception {
        String json = resource();
        String late = json.replace("\"header_table_size\": 65536", "\"header_table_size\": 65535");
        assertTrue(!late.equals(json));
        assertThrows(HpackException.class, () -> Story.of(late).decoded());
    }

    private static List<HeaderBlock> blocks() {
        Random random = new Random(SEED);
        List<HeaderBlock> blocks = new ArrayList<>();
        for (HeaderBlock block : new HeaderBlocks(SEED, 0).sequence(BLOCKS)) {
            List<Integer> sizes = random.nextInt(15) == 0 ? List.of(SIZES[random.nextInt(SIZES.length)]) : List.of();
            blocks.add(new HeaderBlock(sizes, block.fields()));
        }
        return blocks;
    }

    private static String resource() throws Exception {
        try (InputStream in = HpackStoryTest.class.getResourceAsStream("/hpack/story.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
