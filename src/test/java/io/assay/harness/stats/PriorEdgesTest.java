package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.junit.jupiter.api.Test;

/** The fit of a prior where its moments can be told by hand, and what is borrowed by rows of few. */
class PriorEdgesTest {
    /** Two forks whose logarithms have this variance. */
    private static Sample pair(double variance) {
        double apart = Math.sqrt(variance / 2);
        return new Sample(new double[][] {{Math.exp(apart)}, {Math.exp(-apart)}});
    }

    private static List<Sample> pairs(double... variances) {
        List<Sample> rows = new ArrayList<>();
        for (double variance : variances) rows.add(pair(variance));
        return rows;
    }

    @Test
    void oneRowTeachesItself() {
        VarianceModel one = VarianceModel.fit(pairs(4e-4));
        assertEquals(4e-4, one.priorVariance(), 1e-12);
        assertEquals(0, one.priorDf());
        assertEquals(1, one.pooledDf());
        assertTrue(Double.isNaN(VarianceModel.fit(List.of()).priorVariance()));
    }

    @Test
    void rowsWithoutNoiseShareNone() {
        VarianceModel none = VarianceModel.fit(pairs(0, 0));
        assertEquals(0, none.priorVariance());
        assertEquals(Double.POSITIVE_INFINITY, none.priorDf());
    }

    /** Smyth's moments: the variance of log s^2 is trigamma(d/2) + trigamma(d0/2), its mean follows from digamma. */
    @Test
    void twoRowsGiveTheirMoments() {
        double a = Math.log(1e-6);
        double b = Math.log(1e-2);
        VarianceModel model = VarianceModel.fit(pairs(1e-6, 1e-2));
        double excess = (b - a) * (b - a) / 2 - Trigamma.value(0.5);
        assertEquals(excess, Trigamma.value(model.priorDf() / 2), 1e-6);
        double half = model.priorDf() / 2;
        double expected = (a + b) / 2 - (Digamma.value(0.5) - Math.log(0.5)) + Digamma.value(half) - Math.log(half);
        assertEquals(expected, Math.log(model.priorVariance()), 1e-6);
        assertEquals(2, model.pooledDf());
    }

    @Test
    void rowsThatVaryAlikeHaveTheMeanOfTheirLogarithms() {
        VarianceModel model = VarianceModel.fit(pairs(1e-4, 1e-4, 1e-4));
        assertEquals(Double.POSITIVE_INFINITY, model.priorDf());
        assertEquals(1e-4 / Math.exp(Digamma.value(0.5) - Math.log(0.5)), model.priorVariance(), 1e-9);
    }

    @Test
    void aCoarseTimersZeroIsTheFloor() {
        VarianceModel zero = VarianceModel.fit(pairs(0, 1e-4, 3e-4));
        VarianceModel floor = VarianceModel.fit(pairs(2e-4 * 1e-5, 1e-4, 3e-4));
        assertEquals(floor.priorVariance(), zero.priorVariance(), 1e-12);
        assertEquals(floor.priorDf(), zero.priorDf(), 1e-9);
    }

    @Test
    void withoutRowsTheUsualIsBorrowed() {
        SpreadPrior usual = SpreadPrior.fit(List.of());
        assertEquals(0.02 * 0.02, usual.variance(), 1e-18);
        assertEquals(0.01 * 0.01, usual.unrest(), 1e-18);
    }

    /** Two rows count for two of twelve. */
    @Test
    void aFewRowsMoveTheUsualALittle() {
        Effect calm = new Effect(ForkCost.MEAN, 0, 1e-6, 4e-6, 3, 4);
        SpreadPrior prior = SpreadPrior.fit(List.of(calm, calm));
        assertEquals((2 * Math.log(1e-6 + 1e-8) + 10 * Math.log(4e-4)) / 12, Math.log(prior.variance()), 1e-9);
        assertEquals((2 * Math.log(4e-6 + 1e-8) + 10 * Math.log(1e-4)) / 12, Math.log(prior.unrest()), 1e-9);
        double floor = 0.05 * prior.unrest();
        double restless = prior.variance() * Math.pow((4e-6 + floor) / (prior.unrest() + floor), 0.35);
        assertEquals((5 * 1e-6 + 2 * restless) / 7, prior.of(calm), 1e-15);
    }

    @Test
    void anEffectIsOfBothSides() {
        Sample base = new Sample(new double[][] {{1, 1.1, 1.2}, {2, 2.2, 2.4}});
        Sample head = new Sample(new double[][] {{3, 3.3, 3.6}, {3, 3.3, 3.6}, {6, 6.6, 7.2}});
        Effect effect = Effect.of(ForkCost.MEAN, base, head);
        double ln2 = Math.log(2);
        assertEquals(Math.log(3) + ln2 / 3 - ln2 / 2, effect.change(), 1e-12);
        assertEquals((ln2 * ln2 / 2 + ln2 * ln2 * 2 / 3) / 3, effect.variance(), 1e-12);
        assertEquals(Math.pow(Math.log(1.1), 2), effect.unrest(), 1e-12);
        assertEquals(3, effect.df());
    }
}
