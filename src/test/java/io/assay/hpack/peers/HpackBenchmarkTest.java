package io.assay.hpack.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.hpack.HpackDecodeBenchmark;
import io.assay.hpack.HpackDecoding;
import io.assay.hpack.HpackEncodeBenchmark;
import io.assay.hpack.HpackEncoding;
import io.assay.workload.HpackWorkload;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks' own methods, called as JMH calls them. */
class HpackBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 1_300})
    void decodingChecksItselfAtAnyCount(int count) throws Exception {
        HpackDecodeBenchmark benchmark = new HpackDecodeBenchmark();
        benchmark.workload = HpackWorkload.NEVER_INDEXED;
        benchmark.implementation = HpackDecoding.NETTY;
        benchmark.build();
        HpackDecodeBenchmark.Counters counters = new HpackDecodeBenchmark.Counters();
        benchmark.rewind();
        for (int i = 0; i < count; i++) {
            benchmark.decode(counters);
        }
        benchmark.check();
        benchmark.rewind();
        for (int i = 0; i < count; i++) {
            benchmark.decodeToStrings(counters);
        }
        benchmark.check();
        assertEquals(2L * 10 * count, counters.items);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 1_300})
    void encodingChecksItselfAtAnyCount(int count) throws Exception {
        HpackEncodeBenchmark benchmark = new HpackEncodeBenchmark();
        benchmark.workload = HpackWorkload.NEVER_INDEXED;
        benchmark.implementation = HpackEncoding.NETTY;
        benchmark.build();
        HpackEncodeBenchmark.Counters counters = new HpackEncodeBenchmark.Counters();
        for (int iteration = 0; iteration < 2; iteration++) {
            benchmark.rewind();
            for (int i = 0; i < count; i++) {
                benchmark.encode(counters);
            }
            benchmark.check();
        }
        assertEquals(2L * 10 * count, counters.items);
        assertTrue(counters.encodedBytes >= 2L * count);
    }

    /** An encoder that learns has the sizes of a whole round in an iteration, wherever the one before ended. */
    @ParameterizedTest
    @EnumSource
    void shortIterationsOfAnyLengthAreRight(HpackWorkload workload) throws Exception {
        HpackEncodeBenchmark benchmark = new HpackEncodeBenchmark();
        benchmark.workload = workload;
        benchmark.implementation = HpackEncoding.ASSAY;
        benchmark.build();
        HpackEncodeBenchmark.Counters counters = new HpackEncodeBenchmark.Counters();
        Random random = new Random(3);
        for (int iteration = 0; iteration < 12; iteration++) {
            benchmark.rewind();
            for (int i = 100 + random.nextInt(3_000); i > 0; i--) {
                benchmark.encode(counters);
            }
            benchmark.check();
        }
    }
}
