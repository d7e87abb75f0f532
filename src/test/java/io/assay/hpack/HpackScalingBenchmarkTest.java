package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of every declared size come out, and longer ones are longer. */
class HpackScalingBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 9, 1024})
    void blocks(int n) {
        HpackScalingBenchmark benchmark = new HpackScalingBenchmark();
        benchmark.n = n;
        benchmark.build();
        for (int i = 0; i < 3; i++) {
            int size = benchmark.encode();
            assertTrue(size >= n, () -> n + " fields in " + size + " bytes");
        }
    }
}
