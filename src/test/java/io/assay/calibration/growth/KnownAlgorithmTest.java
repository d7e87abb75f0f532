package io.assay.calibration.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.api.Complexity;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.ScalingVerdict;
import io.assay.harness.scaling.Series;
import io.assay.harness.scaling.SeriesFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
    @EnumSource(names = {"QUICKSORT", "MERGE_SORT", "SORTED_INSERTION"})
    void sortsAreGivenManyInputsByTurns(KnownAlgorithm sort) {
        KnownAlgorithm.Work work = sort.over(16, new Random(5));
        assertTrue(IntStream.range(0, 64).mapToObj(work::run).distinct().count() > 14);
    }

    /** {@code run} says that none grows faster than theory has it. */
    @ParameterizedTest
    @EnumSource(KnownAlgorithm.class)
    void theoryIsExpectedOfTheRun(KnownAlgorithm algorithm) {
        List<String> expected = Arrays.stream(KnownGrowthBenchmark.class.getAnnotationsByType(Complexity.class))
                .filter(c -> c.where().length == 1
                        && List.of(c.where()[0].replace("algorithm=", "").split(","))
                                .contains(algorithm.name()))
                .map(Complexity::max)
                .toList();
        assertEquals(List.of(algorithm.growth()), expected);
    }

    /**
     * Holds a run of {@link KnownGrowthBenchmark} against theory, on demand: {@code -Dassay.growth.run=FOLDER}. A class that
     * grows slower than theory is as wrong as one that grows faster; undecided is no error.
     */
    @Test
    void aRunAgreesWithTheory() {
        String folder = System.getProperty("assay.growth.run");
        assumeTrue(folder != null, "no run folder given");
        List<ScaledSeries> times = ScaledSeries.of(SeriesFile.read(Path.of(folder), Optional.of("n"))).stream()
                .filter(s -> s.series().metric().equals(Series.SCORE)
                        && s.series().params().containsKey("algorithm"))
                .toList();
        assertFalse(times.isEmpty());
        Map<String, String> wrong = new TreeMap<>();
        for (ScaledSeries series : times) {
            KnownAlgorithm algorithm =
                    KnownAlgorithm.valueOf(series.series().params().get("algorithm"));
            if (!List.of(algorithm.growth(), ScalingVerdict.UNDECIDED).contains(series.label())) {
                wrong.put(series.series().name(), series.label() + " instead of " + algorithm.growth());
            }
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void theBenchmarkRuns() {
        KnownGrowthBenchmark benchmark = new KnownGrowthBenchmark();
        benchmark.algorithm = KnownAlgorithm.MERGE_SORT;
        benchmark.n = 16;
        benchmark.build();
        Object first = benchmark.run();
        for (int turn = 1; turn < 16; turn++) {
            benchmark.run();
        }
        assertEquals(first, benchmark.run());
    }
}
