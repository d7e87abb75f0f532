package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No block of any declared size becomes short because the table knew its fields. */
class HpackScalingBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 9, 72, 73, 1024})
    void blocks(int n) {
        HpackScalingBenchmark benchmark = new HpackScalingBenchmark();
        benchmark.n = n;
        benchmark.build();
        for (int i = 0; i < 600; i++) {
            int size = benchmark.encode();
            assertTrue(size > 10 * n, () -> n + " fields in " + size + " bytes");
        }
    }
}
