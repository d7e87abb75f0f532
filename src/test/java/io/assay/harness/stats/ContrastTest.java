package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static Sample row(Random random, int forks, double centre, double spread) {
        double[][] raw = new double[forks][];
        for (int i = 0; i < forks; i++) raw[i] = new double[] {Math.exp(centre + spread * random.nextGaussian())};
        return new Sample(raw);
    }

    private static Contrast contrast(List<Sample> rows, double... weights) {
        return Contrast.of(List.of(Contrast.Block.of(rows)), new double[][] {weights}, 0.95);
    }

    @Test
    void twoRowsAreTheirRatio() {
        List<Sample> rows = List.of(
                new Sample(new double[][] {{200}, {202}, {198}}), new Sample(new double[][] {{100}, {101}, {99}}));
        VarianceModel model = VarianceModel.fit(rows);
        Contrast contrast = contrast(rows, 1, -1);
        Ratio ratio = Ratios.of(rows.get(0), rows.get(1), model, 0.95);
        assertEquals(ratio.value(), contrast.value(), 1e-12);
        assertTrue(contrast.low() < 2 && 2 < contrast.high());
    }

    @Test
    void rowsOfNoWeightDoNotCount() {
        List<Sample> rows = List.of(
                new Sample(new double[][] {{200}, {202}, {198}}),
                new Sample(new double[][] {{100}, {101}, {99}}),
                new Sample(new double[][] {{1}, {1_000}}));
        Contrast.Block two = Contrast.Block.of(rows.subList(0, 2));
        assertEquals(
                Contrast.of(List.of(two), new double[][] {{1, -1}}, 0.95),
                Contrast.of(
                        List.of(new Contrast.Block(rows, two.model()), Contrast.Block.of(rows)),
                        new double[][] {{1, -1, 0}, {0, 0, 0}},
                        0.95));
    }

    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        int held = 0;
        int tables = 600;
        for (int seed = 0; seed < tables; seed++) {
            Random random = new Random(seed);
            List<Contrast.Block> blocks = new ArrayList<>();
            for (double spread : new double[] {0.005, 0.03}) {
                List<Sample> rows = new ArrayList<>();
                for (int i = 0; i < 4; i++) rows.add(row(random, 3, i, spread));
                blocks.add(Contrast.Block.of(rows));
            }
            double[][] weights = {{0.5, -0.5, 0, 0}, {0, 0.5, 0, -0.5}};
            double truth = Math.exp(0.5 * (0 - 1 + 1 - 3));
            Contrast contrast = Contrast.of(blocks, weights, 0.95);
            held += contrast.low() <= truth && truth <= contrast.high() ? 1 : 0;
        }
        assertTrue(held >= 0.93 * tables && held < tables, held + " of " + tables);
    }

    @Test
    void aSingleForkLeavesTheIntervalUnknown() {
        List<Sample> rows = List.of(new Sample(new double[][] {{2}}), new Sample(new double[][] {{1}}));
        Contrast contrast = contrast(rows, 1, -1);
        assertEquals(2, contrast.value(), 1e-12);
        assertTrue(Double.isNaN(contrast.low()) && Double.isNaN(contrast.high()));
    }

    @Test
    void aWeightARow() {
        assertThrows(IllegalArgumentException.class, () -> contrast(List.of(new Sample(new double[][] {{1}}))));
    }

    @Test
    void leastSquaresWeighsObservations() {
        // Mean of two observations of one coefficient.
        assertArrayEquals(
                new double[] {0.5, 0.5},
                Estimable.weights(new double[][] {{1}, {1}}, new double[] {1}).orElseThrow(),
                1e-12);
        // A difference that only a chain of rows gives: a-b in one block, b-c in another.
        double[][] chain = {{1, 0, 0, 0}, {1, 0, 1, 0}, {0, 1, 1, 0}, {0, 1, 0, 1}};
        assertArrayEquals(
                new double[] {-1, 1, -1, 1},
                Estimable.weights(chain, new double[] {0, 0, 0, 1}).orElseThrow(),
                1e-9);
    }

    @Test
    void whatTheObservationsLeaveOpenHasNoWeights() {
        // Both coefficients always come together: their sum can be told, neither by itself.
        double[][] design = {{1, 0, 0}, {1, 1, 1}, {1, 1, 1}};
        assertEquals(Optional.empty(), Estimable.weights(design, new double[] {0, 1, 0}));
        assertArrayEquals(
                new double[] {-1, 0.5, 0.5},
                Estimable.weights(design, new double[] {0, 1, 1}).orElseThrow(),
                1e-9);
    }
}
