package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static Curve linear(double... n) {
        return new Curve(n, Arrays.stream(n).mapToObj(v -> new double[] {v}).toArray(double[][]::new), 0);
    }

    @Test
    void boundsBelongToSizesAndCosts() {
        assertTrue(Curve.isSize(1) && Curve.isSize(1e15));
        assertFalse(Curve.isSize(0.999) || Curve.isSize(1.001e15) || Curve.isSize(Double.NaN));
        assertTrue(Curve.isCost(1e-250) && Curve.isCost(1e250));
        assertFalse(Curve.isCost(0) || Curve.isCost(9e-251) || Curve.isCost(1.001e250) || Curve.isCost(Double.NaN));
    }

    @Test
    void sizesAreSortedWithTheirCostsAndCopied() {
        double[] n = {4, 1, 2};
        Curve curve = linear(n);
        n[0] = 8;
        assertArrayEquals(new double[] {1, 2, 4}, curve.n());
        assertArrayEquals(new double[] {4}, curve.forks()[2]);
        assertEquals(4, curve.span());
        assertThrows(IllegalArgumentException.class, () -> linear());
        assertThrows(IllegalArgumentException.class, () -> linear(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Curve(new double[] {1}, new double[][] {{}}, 0));
    }

    @Test
    void someOfItsSizes() {
        Curve curve = linear(1, 2, 4, 8);
        assertTrue(curve.has(1) && curve.has(8));
        assertFalse(curve.has(3) || curve.has(16));
        Curve some = curve.at(new double[] {2, 8});
        assertArrayEquals(new double[] {2, 8}, some.n());
        assertArrayEquals(new double[] {8}, some.forks()[1]);
    }

    @Test
    void thinningKeepsTheEndsAndTheNearestOfEqualRatios() {
        assertArrayEquals(new double[] {1, 2, 4}, linear(1, 2, 4).thinned(3).n());
        assertArrayEquals(
                new double[] {1, 10, 100}, linear(1, 3, 10, 30, 100).thinned(3).n());
        assertArrayEquals(
                new double[] {1, 9, 100}, linear(1, 9, 12, 30, 100).thinned(3).n());
        assertArrayEquals(
                new double[] {1, 11, 100}, linear(1, 8, 11, 30, 100).thinned(3).n());
        double[] many = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
        Curve thinned = linear(many).thinned(7);
        assertArrayEquals(new double[] {1, 3, 10, 32, 100, 316, 1000}, thinned.n());
        assertArrayEquals(new double[] {316}, thinned.forks()[5]);
    }

    @Test
    void grainsGoWithTheirSizes() {
        Curve curve = new Curve(new double[] {4, 1, 2}, new double[][] {{4}, {1}, {2}}, new double[] {40, 10, 20});
        assertArrayEquals(new double[] {10, 20, 40}, curve.grain());
        assertArrayEquals(new double[] {10, 40}, curve.at(new double[] {1, 4}).grain());
        assertArrayEquals(new double[] {10, 40}, curve.thinned(2).grain());
        assertArrayEquals(new double[] {8, 8, 8}, new Curve(curve.n(), curve.forks(), 8).grain());
        assertThrows(IllegalArgumentException.class, () -> new Curve(curve.n(), curve.forks(), new double[] {1, 2}));
    }

    @Test
    void onlyTheLargestSizeIsEased() {
        Curve curve = new Curve(new double[] {1, 2}, new double[][] {{8}, {8, 12}}, 0);
        Curve eased = curve.eased(4);
        assertArrayEquals(new double[] {8}, eased.forks()[0]);
        assertArrayEquals(new double[] {2, 3}, eased.forks()[1]);
        assertArrayEquals(new double[] {8, 12}, curve.forks()[1], "the curve itself stays");
    }

    @Test
    void theCentreIsThatOfTheLogarithms() {
        Curve curve = new Curve(new double[] {1, 2}, new double[][] {{7}, {8, 18}}, 0);
        assertArrayEquals(new double[] {7, 12}, curve.centres(), 1e-9);
    }

    @Test
    void aSizeThatIsReadTwiceHasTheForksOfBothAndTheCoarserGrain() {
        CurveBuilder builder = new CurveBuilder();
        assertTrue(builder.curve().isEmpty());
        builder.add(2, 20, 3);
        builder.add(1, 10);
        builder.add(2, 22, 5);
        builder.add(2, 21, 4);
        Curve curve = builder.curve().orElseThrow();
        assertArrayEquals(new double[] {1, 2}, curve.n());
        assertArrayEquals(new double[] {20, 22, 21}, curve.forks()[1]);
        assertArrayEquals(new double[] {0, 5}, curve.grain());
    }

    /** Zeros that a grain blurs would still speak against zero. */
    @Test
    void whereNothingWasAllocatedNothingIsBlurred() {
        CurveBuilder builder = new CurveBuilder();
        builder.add(1, Costs.NO_BYTES, 8);
        assertArrayEquals(new double[] {0}, builder.curve().orElseThrow().grain());
        builder.add(2, 16, 8);
        assertArrayEquals(new double[] {8, 8}, builder.curve().orElseThrow().grain());
    }
}
