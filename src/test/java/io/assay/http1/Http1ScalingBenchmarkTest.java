package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads and bodies of every declared size are parsed whole. */
class Http1ScalingBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 17, 4096})
    void headsAndBodies(int n) {
        Http1ScalingBenchmark benchmark = new Http1ScalingBenchmark();
        benchmark.n = n;
        benchmark.build();
        for (int i = 0; i < 3; i++) {
            assertEquals(n, benchmark.head());
            assertEquals(16L * n, benchmark.chunkedBody());
        }
    }
}
