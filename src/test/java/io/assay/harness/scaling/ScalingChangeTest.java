package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingChangeTest {
    private static final int[] SIZES = {16, 32, 64, 128, 256, 512, 1024, 2048, 4096};

    private static List<Row> rows(String benchmark, DoubleUnaryOperator cost, int... sizes) {
        Random random = new Random(3);
        return IntStream.of(sizes)
                .mapToObj(n -> {
                    double[][] raw = new double[4][1];
                    for (double[] fork : raw) {
                        fork[0] = cost.applyAsDouble(n) * Math.exp(0.01 * random.nextGaussian());
                    }
                    return new Row(
                            new RowKey(benchmark, "avgt", Map.of("n", Integer.toString(n))),
                            1,
                            new Metric(raw[0][0], Double.NaN, "ns/op", raw),
                            Map.of(),
                            "17",
                            List.of());
                })
                .toList();
    }

    private static List<ScalingChange> between(DoubleUnaryOperator base, DoubleUnaryOperator head) {
        return ScalingChange.between(rows("B.m", base, SIZES), rows("B.m", head, SIZES));
    }

    @Test
    void theSameGrowthIsNoChangeHoweverMuchSlower() {
        assertEquals(List.of(), between(n -> n, n -> n));
        assertEquals(List.of(), between(n -> n, n -> 10 * n));
    }

    @Test
    void anotherClass() {
        List<ScalingChange> changes = between(n -> 5 * n, n -> n * n);
        assertEquals(1, changes.size());
        ScalingChange change = changes.get(0);
        assertEquals(ScalingChange.Kind.CLASS, change.kind());
        assertEquals("O(n)", change.base().label());
        assertEquals("O(n^2)", change.head().label());
        assertEquals(1, change.before().value(), 0.02);
        assertEquals(2, change.after().value(), 0.02);
        assertEquals(SIZES.length, change.common());
    }

    @Test
    void anotherExponentWithoutAClass() {
        List<ScalingChange> changes = between(n -> Math.pow(n, 1.5), n -> Math.pow(n, 1.75));
        assertEquals(1, changes.size());
        assertEquals(ScalingChange.Kind.EXPONENT, changes.get(0).kind());
        assertEquals(
                0.25, changes.get(0).after().value() - changes.get(0).before().value(), 0.02);
        assertEquals(List.of(), between(n -> Math.pow(n, 1.5), n -> Math.pow(n, 1.55)), "less than a tenth");
        assertEquals(1, between(n -> Math.pow(n, 1.75), n -> Math.pow(n, 1.5)).size(), "in the other direction too");
    }

    @Test
    void exponentsOverSizesThatBothHave() {
        DoubleUnaryOperator power = n -> Math.pow(n, 1.5);
        List<ScalingChange> few = ScalingChange.between(
                rows("B.m", power, 16, 32, 64, 128, 256), rows("B.m", power, 64, 128, 256, 512, 1024, 2048));
        assertEquals(1, few.size());
        assertEquals(ScalingChange.Kind.SIZES, few.get(0).kind());
        assertEquals(3, few.get(0).common());
        assertEquals(
                List.of(),
                ScalingChange.between(
                        rows("B.m", power, 16, 32, 64, 128, 256), rows("B.m", power, 32, 64, 128, 256, 512, 1024)));
        DoubleUnaryOperator later = n -> n <= 256 ? Math.pow(n, 1.5) : 4096 * Math.pow(n / 256, 2.5);
        List<ScalingChange> beyond =
                ScalingChange.between(rows("B.m", power, 16, 32, 64, 128, 256), rows("B.m", later, SIZES));
        assertTrue(
                beyond.stream().noneMatch(change -> change.kind() == ScalingChange.Kind.EXPONENT),
                "what only one of them measured is no move");
    }

    @Test
    void onlySeriesOfBothAndLongEnoughOnes() {
        List<Row> base = rows("B.m", n -> n, SIZES);
        assertEquals(List.of(), ScalingChange.between(base, rows("B.other", n -> n * n, SIZES)));
        assertEquals(List.of(), ScalingChange.between(base, rows("B.m", n -> n * n, 16, 32, 64)));
        assertEquals(
                1,
                ScalingChange.between(base, rows("B.m", n -> n * n, 16, 128, 1024, 4096))
                        .size());
    }

    /** Exponents a quarter apart, of costs that scatter by so much that either may be the other. */
    @Test
    void noiseIsNoMove() {
        Random random = new Random(8);
        DoubleUnaryOperator noisy = n -> Math.pow(n, 1.5) * Math.exp(0.6 * random.nextGaussian());
        DoubleUnaryOperator other = n -> Math.pow(n, 1.75) * Math.exp(0.6 * random.nextGaussian());
        assertEquals(List.of(), between(noisy, other));
    }

    @Test
    void seriesAreHeldAgainstTheirLikeInTheOrderOfTheFirst() {
        List<Row> base = new ArrayList<>(rows("B.z", n -> 5 * n, SIZES));
        base.addAll(rows("B.a", n -> 5 * n, SIZES));
        base.addAll(rows("B.same", n -> 5 * n, SIZES));
        List<Row> head = new ArrayList<>(rows("B.a", n -> n * n, SIZES));
        head.addAll(rows("B.same", n -> 5 * n, SIZES));
        head.addAll(rows("B.z", n -> n * n, SIZES));
        assertEquals(
                List.of("B.z", "B.a"),
                ScalingChange.between(base, head).stream()
                        .map(change -> change.base().series().benchmark())
                        .toList());
    }
}
