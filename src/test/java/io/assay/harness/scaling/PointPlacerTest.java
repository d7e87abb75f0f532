package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PointPlacerTest {
    private final Random random = new Random(9);

    private Row row(int n, DoubleUnaryOperator cost, double noise) {
        double[][] raw = new double[3][1];
        for (double[] fork : raw) {
            fork[0] = cost.applyAsDouble(n) * Math.exp(noise * random.nextGaussian());
        }
        Metric metric = new Metric(raw[0][0], Double.NaN, "ns/op", raw);
        return new Row(
                new RowKey("B.m", "avgt", Map.of("n", Integer.toString(n))), 1, metric, Map.of(), "17", List.of());
    }

    /** What a run would measure, from the first six sizes on. */
    private List<Integer> placed(DoubleUnaryOperator cost, double noise) {
        List<Integer> sizes = new ArrayList<>(List.of(16, 49, 147, 446, 1351, 4096));
        List<Row> rows = new ArrayList<>();
        sizes.forEach(n -> rows.add(row(n, cost, noise)));
        for (List<Integer> next = new PointPlacer().next(rows, "n", 16, 4096);
                !next.isEmpty();
                next = new PointPlacer().next(rows, "n", 16, 4096)) {
            next.forEach(n -> rows.add(row(n, cost, noise)));
            sizes.addAll(next);
        }
        return sizes;
    }

    @Test
    void aPlainCurveGetsNoFurtherSize() {
        assertEquals(6, placed(n -> 3 * n * n, 0.01).size());
        assertEquals(6, placed(n -> 200 + n, 0.01).size());
    }

    @Test
    void aBentCurveGetsMoreWithinItsLimit() {
        List<Integer> sizes = placed(n -> n + n * n / 6000, 0.01);
        assertTrue(sizes.size() > 6 && sizes.size() <= 12, sizes::toString);
        Set<Integer> distinct = new HashSet<>(sizes);
        assertEquals(sizes.size(), distinct.size(), sizes::toString);
        assertTrue(sizes.stream().allMatch(n -> n >= 16 && n <= 4096), sizes::toString);
    }

    @Test
    void anUndecidableCurveEnds() {
        assertEquals(
                12, placed(n -> n * Math.exp(0.5 * random.nextGaussian()), 0.2).size());
    }

    private static final DoubleUnaryOperator BENT = n -> n + n * n / 6000;

    private List<Integer> next(DoubleUnaryOperator cost, int from, int to, int... sizes) {
        List<Row> rows = new ArrayList<>();
        for (int n : sizes) {
            rows.add(row(n, cost, 0.001));
        }
        return new PointPlacer().next(rows, "n", from, to);
    }

    @Test
    void theBendGetsTheFirstTwo() {
        List<Integer> placed = next(BENT, 16, 4096, 16, 49, 147, 446, 1351, 4096);
        assertEquals(2, placed.size());
        assertTrue(placed.stream().allMatch(n -> n > 1351), placed::toString);
    }

    @Test
    void sizesStayBetweenThoseAskedFor() {
        List<Integer> below = next(BENT, 16, 1000, 16, 49, 147, 446, 1351, 4096);
        assertTrue(below.size() == 2 && below.stream().allMatch(n -> n <= 1000), below::toString);
        List<Integer> above = next(BENT, 2000, 4096, 16, 49, 147, 446, 1351, 4096);
        assertTrue(!above.isEmpty() && above.stream().allMatch(n -> n >= 2000), above::toString);
    }

    @Test
    void theWidestGapComesFirstAndIsHalvedByRatio() {
        assertEquals(314, next(BENT, 16, 4096, 16, 20, 24, 4096).get(0));
        assertEquals(List.of(512, 128), next(n -> n, 16, 4096, 16, 64, 256, 1024));
    }

    @Test
    void sizesThatTellNothingOfEachOtherAreNotPlaced() {
        assertEquals(List.of(), next(n -> n, 100, 133, 100, 110, 121, 133));
        assertEquals(List.of(), next(n -> n, 100, 200, 100, 132));
        assertEquals(List.of(115), next(n -> n, 100, 200, 100, 133));
        assertEquals(List.of(), next(n -> n, 100, 200, 100));
    }

    @Test
    void aTwelfthSizeIsTheLast() {
        DoubleUnaryOperator any = n -> n * Math.exp(random.nextGaussian());
        int[] sizes = {16, 26, 44, 72, 119, 197, 325, 537, 887, 1465, 2420, 4000};
        assertEquals(1, next(any, 16, 4096, Arrays.copyOf(sizes, 11)).size());
        assertEquals(List.of(), next(any, 16, 4096, sizes));
    }

    @Test
    void theEndsBelongToWhatIsAskedFor() {
        assertEquals(512, next(n -> n, 16, 512, 16, 64, 256, 1024).get(0));
        assertEquals(128, next(n -> n, 16, 511, 16, 64, 256, 1024).get(0));
        assertEquals(32, next(n -> n, 32, 60, 16, 64, 256, 1024).get(0));
        assertEquals(List.of(), next(n -> n, 33, 60, 16, 64, 256, 1024));
    }
}
