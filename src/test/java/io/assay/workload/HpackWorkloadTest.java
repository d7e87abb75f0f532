package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HpackWorkloadTest {
    @ParameterizedTest
    @EnumSource
    void aRoundIsTheSameAtEachCallAndStartsWithAFlush(HpackWorkload workload) {
        List<HeaderBlock> blocks = workload.blocks();
        assertEquals(blocks, workload.blocks());
        assertEquals(List.of(0, HpackWorkload.TABLE_SIZE), blocks.get(0).tableSizes());
        assertTrue(blocks.size() >= 256, "larger than what a branch predictor learns by heart");
    }

    @Test
    void fieldsOfSoManyBlocksGoRound() {
        HeaderField field = new HeaderField("a", "b");
        List<HeaderBlock> blocks = List.of(
                HeaderBlock.plain(List.of(field)),
                HeaderBlock.plain(List.of(field, field)),
                HeaderBlock.plain(List.of(field, field, field, field)));
        assertArrayEquals(new int[] {1, 2, 4}, HeaderBlock.fields(blocks, 1));
        assertArrayEquals(new int[] {10, 13, 12}, HeaderBlock.fields(blocks, 5));
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAreWhatHttp2Allows(HpackWorkload workload) {
        for (HeaderBlock block : workload.blocks()) {
            boolean regular = false;
            for (HeaderField field : block.fields()) {
                boolean pseudo = field.name().startsWith(":");
                assertFalse(pseudo && regular, () -> "a pseudo-header behind fields: " + block);
                regular |= !pseudo;
                assertTrue(field.name().matches(":?[a-z0-9-]+"), field.name());
                assertTrue(field.value().matches("[!-~]([ -~]*[!-~])?"), field.value());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_INDEXED", mode = EnumSource.Mode.EXCLUDE)
    void valuesVary(HpackWorkload workload) {
        Set<List<HeaderField>> lists = new HashSet<>();
        workload.blocks().forEach(block -> lists.add(block.fields()));
        assertTrue(lists.size() >= 40, () -> lists.size() + " different lists");
    }

    @Test
    void theWorkloadsAreWhatTheyAreCalled() {
        for (HeaderBlock block : HpackWorkload.LARGE_COOKIE.blocks()) {
            assertTrue(length(block, "cookie") > HpackWorkload.TABLE_SIZE, "fits into the table");
        }
        for (HeaderBlock block : HpackWorkload.NEVER_INDEXED.blocks()) {
            assertEquals(3, block.fields().stream().filter(HeaderField::secret).count());
        }
        for (HeaderBlock block : HpackWorkload.ONE_INDEXED.blocks()) {
            assertEquals(1, block.fields().size());
        }
        for (HeaderBlock block : HpackWorkload.BROWSER_FIRST.blocks()) {
            assertFalse(block.tableSizes().isEmpty());
        }
    }

    private static int length(HeaderBlock block, String name) {
        return block.fields().stream()
                .filter(field -> field.name().equals(name))
                .mapToInt(field -> field.value().length())
                .sum();
    }
}
