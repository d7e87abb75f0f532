package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;

/** How much speaks for a model, and what a point that lies astray costs it, against the formulas written out. */
class FitEvidenceTest {
    /** One term: the best factor, and the evidence of Student's t around it, by hand. */
    @Test
    void evidenceIsTheMarginalLikelihood() {
        double[] n = {1, 2, 4, 8};
        double[] cost = {10, 21, 38, 83};
        Points points = FittingPartsTest.points(n, cost, 1e-3, 5);
        Fit fit = new Fitter(points)
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
        Fit fit = new Fitter(points)
                .fit(List.of(FittingPartsTest.shape(List.of(Term.ONE, Term.N))).stream())
                .get(0);
        assertArrayEquals(new double[] {30, 10}, fit.factors(), 1e-6);
        Design.Solved solved = new Design(fit.shape(), new Basis(n), cost).solve(new double[] {1, 1, 1, 1, 1});
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
        Fit fit = new Fitter(points)
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
        List<Fit> fits = new Fitter(FittingPartsTest.points(n, cost, 1e-4, 5))
                .fit(List.of(FittingPartsTest.shape(List.of(Term.N))).stream());
        assertTrue(Math.abs(fits.get(0).factors()[0] - 10) > 0.01, "all five count");
    }
}
