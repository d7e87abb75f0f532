package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What classes are worth, as measured and when the points are moved. */
class WeightsTest {
    private static final double[] SIZES =
            DoubleStream.iterate(16, n -> 2 * n).limit(9).toArray();

    private static final Term ROOT = new Term(0.5, false);

    private static Weights worth(Map<Term, Double> bagged) {
        return new Weights(new Shares(Map.of(), Map.of()), new Shares(bagged, Map.of()), List.of());
    }

    private static Points points(double noise) {
        double[][] forks = Arrays.stream(SIZES)
                .mapToObj(n -> new double[] {n * Math.exp(-noise), n, n * Math.exp(noise)})
                .toArray(double[][]::new);
        return Points.of(new Curve(SIZES, forks, 0));
    }

    @Test
    void theBestClassIsNoneWhereSomethingElseIsWorthMore() {
        assertEquals(
                Optional.of(Growth.LINEAR),
                worth(Map.of(Term.N, 0.5, Term.LOG, 0.3)).best());
        assertEquals(
                Optional.of(Growth.LOGARITHMIC),
                worth(Map.of(Term.N, 0.3, Term.LOG, 0.5)).best());
        assertEquals(
                Optional.of(Growth.LINEAR),
                worth(Map.of(Term.N, 0.5, ROOT, 0.5)).best());
        assertEquals(
                Optional.empty(),
                worth(Map.of(Term.N, 0.25, Term.LOG, 0.25, ROOT, 0.5)).best());
        assertEquals(0.3, worth(Map.of(Term.N, 0.3)).of(Growth.LINEAR));
        assertEquals(0, worth(Map.of(Term.N, 0.3)).of(Growth.CUBIC));
    }

    @Test
    void theBestModelOfAClassIsItsFirst() {
        Weights weights = Weights.of(points(0.01));
        for (int i = 1; i < weights.fits().size(); i++) {
            assertTrue(weights.fits().get(i - 1).evidence()
                    >= weights.fits().get(i).evidence());
        }
        assertEquals(
                weights.fits().get(0), weights.fit(Optional.of(Growth.LINEAR)).orElseThrow());
        Fit square = weights.fit(Optional.of(Growth.QUADRATIC)).orElseThrow();
        assertEquals(Optional.of(Growth.QUADRATIC), square.shape().growth());
        assertTrue(weights.fit(Optional.empty()).orElseThrow().shape().growth().isEmpty());
    }

    private static double sum(Shares shares) {
        return shares.leading().values().stream().mapToDouble(v -> v).sum();
    }

    /** A posterior alone is too sure: where points may lie elsewhere, so may their class. */
    @Test
    void movedPointsAreLessSure() {
        Weights calm = Weights.of(points(0.001));
        Weights noisy = Weights.of(points(0.3));
        for (Weights weights : List.of(calm, noisy)) {
            assertEquals(1, sum(weights.measured()), 1e-9);
            assertEquals(1, sum(weights.bagged()), 1e-9);
        }
        assertTrue(calm.bagged().of(Growth.LINEAR) > 0.98, () -> "" + calm.bagged());
        assertEquals(calm.measured().of(Growth.LINEAR), calm.bagged().of(Growth.LINEAR), 0.02);
        double sure = noisy.measured().of(Growth.LINEAR) - noisy.bagged().of(Growth.LINEAR);
        assertTrue(sure > 0.05 && noisy.bagged().of(Growth.LINEAR) > 0.2, () -> "" + noisy.bagged());
        assertEquals(Weights.measured(points(0.3)), noisy.measured());
    }
}
