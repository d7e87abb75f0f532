package io.assay.calibration.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.scaling.Growth;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed does what its name says. */
class KnownAlgorithmTest {
    private static Object run(KnownAlgorithm algorithm, int n, int turn) {
        return algorithm.over(n, new Random(5)).run(turn);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 500, 4096})
    void eachGivesItsAnswer(int n) {
        assertEquals(n - n / 2, run(KnownAlgorithm.KMP_SEARCH, n, 0));
        assertEquals(n - n / 2, run(KnownAlgorithm.NAIVE_SEARCH, n, 0));
        assertEquals(false, run(KnownAlgorithm.QUADRATIC_REGEX, n, 0));
        long[] numbers = new Random(5).longs(n).toArray();
        assertEquals(Arrays.stream(numbers).min().orElseThrow(), run(KnownAlgorithm.QUICKSORT, n, 0));
        assertEquals(Arrays.stream(numbers).min().orElseThrow(), run(KnownAlgorithm.MERGE_SORT, n, 0));
        int[] ints = new Random(5).ints(n).sorted().toArray();
        assertEquals(ints[n / 2], run(KnownAlgorithm.SORTED_INSERTION, n, 0));
        for (int turn : new int[] {0, 1, n, Integer.MAX_VALUE, -1}) {
            assertNotNull(run(KnownAlgorithm.HASH_MAP, n, turn));
            assertTrue((int) run(KnownAlgorithm.BINARY_SEARCH, n, turn) >= 0);
        }
    }

    @ParameterizedTest
    @EnumSource(KnownAlgorithm.class)
    void theoryIsAClass(KnownAlgorithm algorithm) {
        assertTrue(Growth.parse(algorithm.growth()).isPresent());
    }

    @Test
    void theBenchmarkRuns() {
        KnownGrowthBenchmark benchmark = new KnownGrowthBenchmark();
        benchmark.algorithm = KnownAlgorithm.MERGE_SORT;
        benchmark.n = 16;
        benchmark.build();
        assertEquals(benchmark.run(), benchmark.run());
    }
}
