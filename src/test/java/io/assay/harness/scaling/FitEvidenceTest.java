package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much speaks for a model, and what a point that lies astray costs it, against the formulas written out. */
class FitEvidenceTest {
    /** One term: the best factor, and the evidence of Student's t around it, by hand. */
    @Test
    void evidenceIsTheMarginalLikelihood() {
        double[] n = {1, 2, 4, 8};
        double[] cost = {10, 21, 38, 83};
        Points points = FittingPartsTest.points(n, cost, 1e-3, 5);
        Fit fit = fitter(points)
                .fit(List.of(FittingPartsTest.shape(List.of(Term.N))).stream())
                .get(0);
        double top = 0;
        double information = 0;
        double scale = 0;
        for (int i = 0; i < 4; i++) scale = Math.max(scale, n[i] / cost[i]);
        for (int i = 0; i < 4; i++) {
            double weight = 1 / points.variance()[i];
            double column = n[i] / cost[i] / scale;
            top += weight * column;
            information += weight * column * column;
        }
        double factor = top / information;
        assertEquals(factor / scale, fit.factors()[0], 1e-9);
        double squares = 0;
        double logs = 0;
        for (int i = 0; i < 4; i++) {
            double error = Math.log(fit.factors()[0] * n[i]) - Math.log(cost[i]);
            squares += error * error / points.variance()[i];
            logs += Math.log(points.variance()[i]);
        }
        double likelihood = LogGamma.value(9 / 2.0)
                - LogGamma.value(5 / 2.0)
                - 2 * Math.log(5 * Math.PI)
                - logs / 2
                - 9 / 2.0 * Math.log(1 + squares / 5);
        double noise = (5 + squares) / 9;
        double volume = Math.log(2 * Math.PI) / 2 - Math.log(information / noise + 2 * Math.PI) / 2;
        assertEquals(likelihood + volume - 1.5, fit.evidence(), 1e-9);
    }

    /** A leading term beside another has density 3 s^2 of its share. */
    @Test
    void aLeadingTermIsHeldAgainstItsShare() {
        double[] n = {1, 2, 4, 8, 16};
        double[] cost = new double[5];
        for (int i = 0; i < 5; i++) cost[i] = 30 + 10 * n[i];
        Points points = FittingPartsTest.points(n, cost, 1e-4, 5);
        Fit fit = fitter(points)
                .fit(List.of(FittingPartsTest.shape(List.of(Term.ONE, Term.N))).stream())
                .get(0);
        assertArrayEquals(new double[] {30, 10}, fit.factors(), 1e-6);
        Design.Solved solved = solve(fit.shape(), points, new double[] {1, 1, 1, 1, 1});
        assertNotNull(solved);
        assertEquals(160 / 190.0, solved.share(), 1e-6, "where it is most");
        assertArrayEquals(new double[] {30, 10}, solved.factors(), 1e-6);
        double[] variance = points.variance();
        double oneOne = 0;
        double oneN = 0;
        double nn = 0;
        for (int i = 0; i < 5; i++) {
            double one = 30 / cost[i] / (30 / 40.0);
            double of = 10 * n[i] / cost[i] / (160 / 190.0);
            oneOne += one * one / variance[i];
            oneN += one * of / variance[i];
            nn += of * of / variance[i];
        }
        double noise = 5 / 10.0;
        double ridge = 2 * Math.PI;
        double determinant = (oneOne / noise + ridge) * (nn / noise + ridge) - oneN * oneN / noise / noise;
        double logs = 0;
        for (double v : variance) logs += Math.log(v);
        double likelihood = LogGamma.value(5) - LogGamma.value(2.5) - 2.5 * Math.log(5 * Math.PI) - logs / 2;
        double expected = likelihood
                + Math.log(2 * Math.PI)
                - Math.log(determinant) / 2
                - 1.5
                + Math.log(3)
                + 2 * Math.log(160 / 190.0);
        assertEquals(expected, fit.evidence(), 1e-6);
    }

    /** One of seven points is three times what it should be: left out, at the price of its distance and of being one of seven. */
    @Test
    void onePointMayLieAstray() {
        double[] n = {1, 2, 4, 8, 16, 32, 64};
        double[] cost = new double[7];
        for (int i = 0; i < 7; i++) cost[i] = 10 * n[i] * (i == 3 ? 3 : 1);
        Points points = FittingPartsTest.points(n, cost, 1e-4, 5);
        Fit fit = fitter(points)
                .fit(List.of(FittingPartsTest.shape(List.of(Term.N))).stream())
                .get(0);
        assertEquals(10, fit.factors()[0], 1e-9);
        double logs = 0;
        double information = 0;
        // Scaled to the largest column: those that are right are 1.
        for (int i = 0; i < 7; i++) {
            if (i == 3) continue;
            logs += Math.log(points.variance()[i]);
            information += 1 / points.variance()[i];
        }
        double likelihood = LogGamma.value(11 / 2.0) - LogGamma.value(5 / 2.0) - 3 * Math.log(5 * Math.PI) - logs / 2;
        double volume = Math.log(2 * Math.PI) / 2 - Math.log(information / (5 / 11.0) + 2 * Math.PI) / 2;
        double away = Math.log(3) / 0.5;
        double lost = Math.log(0.03 / 7) - Math.log(0.5 * Math.sqrt(2 * Math.PI)) - away * away / 2;
        assertEquals(likelihood + volume - 1.5 + lost, fit.evidence(), 1e-6);
    }

    @Test
    void ofFivePointsNoneLiesAstray() {
        double[] n = {1, 2, 4, 8, 16};
        double[] cost = {10, 20, 120, 80, 160};
        List<Fit> fits = fitter(FittingPartsTest.points(n, cost, 1e-4, 5))
                .fit(List.of(FittingPartsTest.shape(List.of(Term.N))).stream());
        assertTrue(Math.abs(fits.get(0).factors()[0] - 10) > 0.01, "all five count");
    }

    private static final double[] NINE = {1, 2, 4, 8, 16, 32, 64, 128, 256};

    private static Points stepped(double factor, double at, boolean whole) {
        double[] cost = new double[NINE.length];
        for (int i = 0; i < cost.length; i++) {
            double rise = NINE[i] > at ? factor : 1;
            cost[i] = whole ? (30 + 2 * NINE[i]) * rise : 30 + 2 * NINE[i] * rise;
        }
        return FittingPartsTest.points(NINE, cost, 1e-4, 5);
    }

    private static Shape linear(Step... steps) {
        return FittingPartsTest.shape(List.of(Term.ONE, Term.N), steps);
    }

    private static Step sharp(double at, boolean whole, boolean falling) {
        return new Step(at, Step.Form.SHARP, whole, falling);
    }

    private static Fitter fitter(Points points) {
        return new Fitter(points, new Basis(points.n()));
    }

    private static Design.@Nullable Solved solve(Shape shape, Points points, double[] weights) {
        double[] costs =
                IntStream.range(0, points.size()).mapToDouble(points::cost).toArray();
        return new Design(shape, new Basis(points.n()), costs).solve(weights);
    }

    /** Of what has no error, the evidence is that of its volume, its share, and the range that a step's size may have. */
    private static void evidenceIsThatOfItsVolume(Points points, Shape shape, double range, double... steps) {
        Fit fit = fitter(points).fit(List.of(shape).stream()).get(0);
        assertArrayEquals(new double[] {30, 2}, fit.factors(), 1e-3);
        assertArrayEquals(steps, fit.steps(), 1e-4);
        double[] weights = new double[NINE.length];
        double logs = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / points.variance()[i];
            logs += Math.log(points.variance()[i]);
        }
        Design.Solved solved = solve(shape, points, weights);
        assertNotNull(solved);
        int count = 2 + steps.length;
        assertEquals(count, solved.information().length);
        double most = 0;
        for (double n : NINE) most = Math.max(most, 2 * n / fit.at(n));
        assertEquals(Math.min(1, most), solved.share(), 1e-3, "before its steps");
        double expected = LogGamma.value(7)
                - LogGamma.value(2.5)
                - 4.5 * Math.log(5 * Math.PI)
                - logs / 2
                + count / 2.0 * Math.log(2 * Math.PI)
                - LeastSquares.logDeterminant(solved.information(), 5 / 14.0, 2 * Math.PI) / 2
                - 1.5
                + Math.log(3)
                + 2 * Math.log(solved.share())
                - steps.length * Math.log(range);
        assertEquals(expected, fit.evidence(), 1e-2);
    }

    @Test
    void stepsAreFoundAndPayForTheirRange() {
        evidenceIsThatOfItsVolume(stepped(1.8, 16, false), linear(sharp(4.5, false, false)), 0.7, 0.8);
        evidenceIsThatOfItsVolume(stepped(0.6, 16, false), linear(sharp(4.5, false, true)), 0.7, -0.4);
        double logs = Math.log(4.5) - Math.log(1.12);
        evidenceIsThatOfItsVolume(stepped(1.8, 16, true), linear(sharp(4.5, true, false)), logs, Math.log(1.8));
        evidenceIsThatOfItsVolume(stepped(4.2, 16, true), linear(sharp(4.5, true, false)), logs, Math.log(4.2));
        evidenceIsThatOfItsVolume(stepped(0.4, 16, true), linear(sharp(4.5, true, true)), logs, Math.log(0.4));
    }

    @Test
    void twoStepsEachTakeTheLevelOn() {
        double[] cost = new double[NINE.length];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = 30 + 2 * NINE[i] * (NINE[i] > 64 ? 3 : NINE[i] > 8 ? 2 : 1);
        }
        Shape shape = linear(sharp(3.5, false, false), sharp(6.5, false, false));
        evidenceIsThatOfItsVolume(FittingPartsTest.points(NINE, cost, 1e-4, 5), shape, 0.7, 1, 1);
    }

    @Test
    void aStepThatIsNoneIsNoModel() {
        double[] weights = new double[NINE.length];
        Arrays.fill(weights, 1);
        for (boolean whole : new boolean[] {false, true}) {
            for (double factor : new double[] {1.1, 5, 0.85, 0.15}) {
                Points points = stepped(factor, 16, whole);
                assertNull(solve(linear(sharp(4.5, whole, false)), points, weights), factor + " up");
            }
            for (double factor : new double[] {0.92, 0.15, 1.3}) {
                Points points = stepped(factor, 16, whole);
                assertNull(solve(linear(sharp(4.5, whole, true)), points, weights), factor + " down");
            }
        }
        assertNull(solve(linear(sharp(9.5, false, false)), stepped(2, 16, false), weights), "behind all points");
    }
}
