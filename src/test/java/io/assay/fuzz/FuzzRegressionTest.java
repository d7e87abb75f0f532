package io.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every target over its seed corpus, and over a few thousand spoilt inputs made from that; see {@link JazzerTest}. */
class FuzzRegressionTest {
    private static final int MUTATIONS = 1_200;
    private static final long SEED = 9_112;

    @ParameterizedTest
    @EnumSource
    void seedsPass(FuzzTarget target) {
        List<byte[]> seeds = target.seeds();
        assertTrue(seeds.size() >= 10, target + " has " + seeds.size() + " seeds");
        for (byte[] seed : seeds) run(target, seed);
    }

    @ParameterizedTest
    @EnumSource
    void spoiltSeedsPass(FuzzTarget target) {
        List<byte[]> seeds = target.seeds();
        Mutator mutator = new Mutator(SEED);
        for (int i = 0; i < MUTATIONS; i++) run(target, mutator.mutate(seeds));
    }

    private static void run(FuzzTarget target, byte[] input) {
        try {
            target.run(input);
        } catch (RuntimeException | AssertionError e) {
            String line = HexFormat.of().formatHex(input);
            throw new AssertionError(target + ", input for " + target.resource() + ": " + line, e);
        }
    }

    @Test
    void seedFilesMixDigitsAndText() {
        byte[] expected = {0, (byte) 0xFF, 'a', '#', '\r', '\n', '"', '\\', 0x10};
        assertArrayEquals(expected, SeedFile.parse("00 ff \"a#\\r\\n\\\"\\\\\"10 # \"remark"));
        for (String wrong : List.of("0", "0g", "\"a", "\"\\q\"")) {
            assertThrows(IllegalArgumentException.class, () -> SeedFile.parse(wrong), wrong);
        }
    }
}
