package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts that curves are fitted by, each against its formula written out. */
class FittingPartsTest {
    private static double[][] random(Random random, int columns, int size) {
        double[][] all = new double[columns][];
        for (int k = 0; k < columns; k++) all[k] = random.doubles(size, 0.1, 1).toArray();
        return all;
    }

    private static double sum(double[] weights, double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * a[i] * b[i];
        return sum;
    }

    /** The residual of a least-squares fit is at right angles to every column. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void leastSquaresLeavesNothingThatAColumnCouldTake(int count) {
        Random random = new Random(count);
        double[][] columns = random(random, count, 9);
        double[] weights = random.doubles(9, 0.5, 3).toArray();
        LeastSquares.Solution solution = LeastSquares.solve(columns, weights);
        assertNotNull(solution);
        double[] left = new double[9];
        for (int i = 0; i < 9; i++) {
            left[i] = 1;
            for (int k = 0; k < count; k++) left[i] -= solution.factors()[k] * columns[k][i];
        }
        for (int j = 0; j < count; j++) {
            assertEquals(0, sum(weights, left, columns[j]), 1e-10, "column " + j);
            for (int k = 0; k <= j; k++) {
                assertEquals(sum(weights, columns[j], columns[k]), solution.information()[j][k], 1e-12);
            }
        }
    }

    @Test
    void columnsThatDependOnEachOtherHaveNoSolution() {
        double[] one = {1, 2, 3};
        double[] twice = {2, 4, 6};
        assertNull(LeastSquares.solve(new double[][] {one, twice}, new double[] {1, 1, 1}));
        assertNull(LeastSquares.solve(new double[][] {new double[3]}, new double[] {1, 1, 1}));
    }

    @Test
    void determinantsAreOfTheScaledMatrixWithItsRidge() {
        double[][] lower = {{5}, {1, 7}, {2, 3, 9}};
        double a = 5 / 2.0 + 0.5;
        double b = 7 / 2.0 + 0.5;
        double c = 9 / 2.0 + 0.5;
        double ab = 1 / 2.0;
        double ac = 2 / 2.0;
        double bc = 3 / 2.0;
        double determinant = a * b * c + 2 * ab * ac * bc - a * bc * bc - b * ac * ac - c * ab * ab;
        assertEquals(Math.log(determinant), LeastSquares.logDeterminant(lower, 2, 0.5), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, LeastSquares.logDeterminant(new double[][] {{1}, {2, 1}}, 1, 0));
    }

    private static Step step(Step.Form form, boolean whole, boolean falling) {
        return new Step(3, form, whole, falling);
    }

    @Test
    void stepsRiseAroundTheirPlace() {
        assertEquals(0, step(Step.Form.SHARP, false, false).height(8));
        assertEquals(1, step(Step.Form.SHARP, false, false).height(8.001));
        assertEquals(0.5, step(Step.Form.QUICK, false, false).height(8), 1e-12);
        assertEquals(0.5, step(Step.Form.SLOW, false, false).height(8), 1e-12);
        assertEquals(
                1 / (1 + Math.exp(-2 / 0.3)),
                step(Step.Form.QUICK, false, false).height(32),
                1e-9);
        assertEquals(
                1 / (1 + Math.exp(1 / 0.8)), step(Step.Form.SLOW, false, false).height(4), 1e-9);
        assertEquals(0.75, step(Step.Form.MISSES, false, false).height(32), 1e-12);
        assertEquals(0, step(Step.Form.MISSES, false, false).height(4));
    }

    @Test
    void aStepIsNeitherTooSmallNorTooLargeNorTheOtherWay() {
        Step up = step(Step.Form.SHARP, false, false);
        Step down = step(Step.Form.SHARP, false, true);
        for (double size : new double[] {Math.log(1.13), Math.log(4.4)}) {
            assertTrue(up.allows(size) && down.allows(-size));
            assertFalse(up.allows(-size) || down.allows(size));
        }
        for (double size : new double[] {Math.log(1.12), Math.log(4.5), 0, 2}) {
            assertFalse(up.allows(size) || down.allows(-size), size + " is none");
        }
    }

    static Shape shape(List<Term> terms, Step... steps) {
        return new Shape(Optional.of(Growth.QUADRATIC), terms, List.of(steps), -1.5);
    }

    @Test
    void aModelIsTheSumOfItsTerms() {
        Fit plain = new Fit(shape(List.of(Term.ONE, Term.N, Term.SQUARE)), new double[] {7, 3, 0.5}, new double[0], -4);
        assertEquals(0.5 * 16, plain.lead(4), 1e-12);
        assertEquals(7 + 12, plain.lower(4), 1e-12);
        assertEquals(27, plain.at(4), 1e-12);
        assertEquals(Term.N, plain.largestLower(4));
        assertEquals(Term.ONE, plain.largestLower(2));
        assertEquals(Term.N, plain.largestLower(7.0 / 3), "of two alike the one that grows faster");
        assertEquals(-2, plain.weighing(-2).evidence());
        Fit alone = new Fit(shape(List.of(Term.SQUARE)), new double[] {2}, new double[0], 0);
        assertEquals(Term.SQUARE, alone.largestLower(9));
        assertEquals(0, alone.lower(9));
    }

    @Test
    void aStepMovesTheLeadingTermOrAll() {
        Step later = new Step(5, Step.Form.SHARP, false, false);
        Fit two = new Fit(
                shape(List.of(Term.ONE, Term.N), step(Step.Form.SHARP, false, false), later),
                new double[] {7, 3},
                new double[] {0.5, 0.25},
                0);
        assertEquals(7 + 3 * 8, two.at(8), 1e-12);
        assertEquals(7 + 3 * 16 * 1.5, two.at(16), 1e-12);
        assertEquals(7 + 3 * 64 * 1.75, two.at(64), 1e-12);
        Fit all = new Fit(
                shape(List.of(Term.ONE, Term.N), step(Step.Form.SHARP, true, false)),
                new double[] {7, 3},
                new double[] {Math.log(2)},
                0);
        assertEquals(7 + 3 * 8, all.at(8), 1e-12);
        assertEquals(14, all.lower(16), 1e-12);
        assertEquals(2 * 3 * 16, all.lead(16), 1e-12);
    }

    static Points points(double[] n, double[] cost, double variance, double df) {
        double[] logs = new double[n.length];
        double[] variances = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            logs[i] = Math.log(cost[i]);
            variances[i] = variance * (1 + i);
        }
        return new Points(n, logs, variances, df);
    }

    @Test
    void theExponentIsTheWeightedSlopeOfTheUpperHalf() {
        double[] n = {1, 2, 4, 8, 16, 32};
        double[] cost = {900, 700, 800, 64, 256, 1_024};
        Points points = points(n, cost, 1e-4, 4);
        Exponent exact = Exponent.of(points);
        assertEquals(2, exact.value(), 1e-12);
        double weights = 0;
        double x = 0;
        for (int i = 3; i < 6; i++) {
            weights += 1 / points.variance()[i];
            x += Math.log(n[i]) / points.variance()[i];
        }
        double xx = 0;
        for (int i = 3; i < 6; i++) xx += Math.pow(Math.log(n[i]) - x / weights, 2) / points.variance()[i];
        // Three points less two parameters, and the four degrees of the forks.
        double reach = TDistribution.of(3 - 2 + 4).inverseCumulativeProbability(0.975) / Math.sqrt(xx);
        assertEquals(2 - reach, exact.low(), 1e-9);
        assertEquals(2 + reach, exact.high(), 1e-9);
    }

    @Test
    void aBentExponentIsAsUncertainAsItsBend() {
        double[] n = {1, 2, 4, 8, 16, 32, 64, 128};
        double[] cost = {1, 1, 1, 1, 16, 50, 70, 300};
        Points points = points(n, cost, 1e-6, 4);
        double weights = 0;
        double x = 0;
        double y = 0;
        for (int i = 4; i < 8; i++) {
            double weight = 1 / points.variance()[i];
            weights += weight;
            x += weight * Math.log(n[i]);
            y += weight * Math.log(cost[i]);
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 4; i < 8; i++) {
            double weight = 1 / points.variance()[i];
            double dx = Math.log(n[i]) - x / weights;
            double dy = Math.log(cost[i]) - y / weights;
            xx += weight * dx * dx;
            xy += weight * dx * dy;
            yy += weight * dy * dy;
        }
        double scale = (yy - xy * xy / xx) / 2;
        assertTrue(scale > 1);
        double reach = TDistribution.of(2).inverseCumulativeProbability(0.975) * Math.sqrt(scale / xx);
        Exponent exponent = Exponent.of(points);
        assertEquals(xy / xx, exponent.value(), 1e-9);
        assertEquals(xy / xx - reach, exponent.low(), 1e-9);
        assertEquals(xy / xx + reach, exponent.high(), 1e-9);
    }

    @Test
    void sharesAreOfTheEvidence() {
        Fit linear = new Fit(
                new Shape(Optional.of(Growth.LINEAR), List.of(Term.N), List.of(), 0),
                new double[] {1},
                new double[0],
                2);
        // 0.6 of the cost at 30 is the square's: it rules there, and not below.
        Fit square = new Fit(
                shape(List.of(Term.ONE, Term.N, Term.SQUARE)),
                new double[] {150, 15, 1},
                new double[0],
                2 + Math.log(3));
        assertTrue(Shares.rules(square, 30));
        assertFalse(Shares.rules(square, 29.9));
        Shares ruled = Shares.of(List.of(linear, square), 30);
        assertEquals(0.25, ruled.of(Growth.LINEAR), 1e-12);
        assertEquals(0.75, ruled.of(Growth.QUADRATIC), 1e-12);
        assertEquals(0.75, ruled.above(Growth.LINEAR), 1e-12);
        Shares feigned = Shares.of(List.of(linear, square), 29.9);
        assertEquals(0, feigned.above(Growth.LINEAR), 1e-12, "it counts as the linear term below it");
        assertEquals(0.75, feigned.of(Growth.QUADRATIC), 1e-12);
        Shares mean = Shares.mean(List.of(ruled, feigned));
        assertEquals(0.375, mean.above(Growth.LINEAR), 1e-12);
        assertEquals(0.75, mean.of(Growth.QUADRATIC), 1e-12);
        assertEquals(Set.of(Term.N, Term.SQUARE), mean.leading().keySet());
        assertEquals(0.25, mean.within(Growth.LINEARITHMIC), 1e-12);
    }

    @Test
    void termsAreInTheOrderOfTheirGrowth() {
        List<Term> order = List.of(Term.ONE, Term.LOG, Term.N, Term.N_LOG, Term.SQUARE, Term.CUBE);
        for (int i = 0; i < order.size(); i++) {
            assertEquals(order.get(i), Term.of(Growth.values()[i]));
            for (int j = 0; j < order.size(); j++) {
                assertEquals(Integer.signum(i - j), Integer.signum(order.get(i).compareTo(order.get(j))));
            }
            assertEquals(Growth.values()[i].at(40), order.get(i).applyAsDouble(40), 1e-9);
        }
        assertEquals(5, Term.LOG.applyAsDouble(32), 1e-12);
        assertEquals(160, Term.N_LOG.applyAsDouble(32), 1e-9);
        assertFalse(Term.N_LOG.steep());
        assertTrue(Term.SQUARE.steep());
    }
}
