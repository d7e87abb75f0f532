package io.assay.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark's own method: both ways give the same bytes, invocation for invocation. */
class UnmaskingBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {64, 1024, 65536})
    void bothWaysGiveTheSameBytes(int n) {
        byte[][] results = new byte[2][];
        for (UnmaskingImplementation implementation : UnmaskingImplementation.values()) {
            UnmaskingBenchmark benchmark = new UnmaskingBenchmark();
            benchmark.implementation = implementation;
            benchmark.n = n;
            benchmark.fill();
            byte[] before = benchmark.unmask().clone();
            for (int i = 0; i < 20; i++)
                results[implementation == UnmaskingImplementation.ASSAY ? 0 : 1] = benchmark.unmask();
            assertFalse(Arrays.equals(before, benchmark.unmask()));
        }
        assertArrayEquals(results[1], results[0]);
    }
}
