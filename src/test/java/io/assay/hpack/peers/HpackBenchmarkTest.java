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
    /** Blocks of a call: 512 of a round are 32 calls. */
    private static final int BLOCKS = 16;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 83})
    void decodingChecksItselfAtAnyCount(int count) throws Exception {
        HpackDecodeBenchmark.Counters counters = new HpackDecodeBenchmark.Counters();
        for (boolean strings : new boolean[] {false, true}) {
            HpackDecodeBenchmark benchmark = new HpackDecodeBenchmark();
            benchmark.workload = HpackWorkload.NEVER_INDEXED;
            benchmark.implementation = HpackDecoding.NETTY;
            benchmark.build(strings);
            benchmark.rewind();
            for (int i = 0; i < count; i++) {
                if (strings) {
                    benchmark.decodeToStrings(counters);
                } else {
                    benchmark.decode(counters);
                }
            }
            benchmark.check();
        }
        assertEquals(2L * 10 * BLOCKS * count, counters.items);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 83})
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
        assertEquals(2L * 10 * BLOCKS * count, counters.items);
        assertTrue(counters.encodedBytes >= 2L * BLOCKS * count);
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
            for (int i = 6 + random.nextInt(190); i > 0; i--) {
                benchmark.encode(counters);
            }
            benchmark.check();
        }
    }
}
