package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Trigamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorFitTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 0.5, 1.644934, 10, 1e6})
    void invertsTrigamma(double x) {
        assertEquals(x, Trigamma.value(PriorFit.inverseTrigamma(x)), 1e-6 * x);
    }

    @Test
    void findsThePriorThatMadeTheRows() {
        Simulated simulated = new Simulated(21);
        double df = 0;
        double deviation = 0;
        for (int i = 0; i < 10; i++) {
            VarianceModel model = VarianceModel.fit(run(simulated, 1000, 4, 0.02, 4));
            df += model.priorDf() / 10;
            deviation += Math.sqrt(model.priorVariance()) / 10;
            assertEquals(3000, model.pooledDf(), 10);
        }
        assertEquals(4, df, 0.4);
        assertEquals(0.02, deviation, 0.0005);
    }

    @Test
    void rowsThatVaryAlikeShareOneVariance() {
        VarianceModel model = VarianceModel.fit(run(new Simulated(22), 3000, 4, 0.02, Double.POSITIVE_INFINITY));
        assertTrue(model.priorDf() > 30, model::toString);
    }

    @Test
    void aFewWildRowsNeitherMoveThePriorNorBorrowFromIt() {
        Simulated simulated = new Simulated(23);
        List<Sample> clean = run(simulated, 40, 5, 0.01, 6);
        List<Sample> mixed = new ArrayList<>(clean);
        Sample wild = new Sample(new double[][] {{1}, {1.6}, {0.7}, {2.2}, {1}});
        mixed.add(wild);
        mixed.add(Simulated.forksTimes(wild, 100));
        VarianceModel before = VarianceModel.fit(clean);
        VarianceModel after = VarianceModel.fit(mixed);
        assertTrue(after.hyperVariable(wild));
        assertEquals(before.priorVariance(), after.priorVariance(), 1e-12);
        assertEquals(before.priorDf(), after.priorDf(), 1e-9);
        assertEquals(Estimates.OWN, Estimates.of(wild, after, 0.95).method());
        assertFalse(after.hyperVariable(clean.get(0)));
    }

    @Test
    void seldomCallsARowOfACleanRunWild() {
        Simulated simulated = new Simulated(24);
        double alarms = Simulated.share(400, () -> {
            List<Sample> run = run(simulated, 30, 4, 0.02, 4);
            VarianceModel model = VarianceModel.fit(run);
            return run.stream().anyMatch(model::hyperVariable);
        });
        assertTrue(alarms < 0.1, () -> "any wild row in " + alarms + " of the runs");
    }

    @Test
    void aCoarseTimerDoesNotBreakTheFit() {
        List<Sample> run = new ArrayList<>(run(new Simulated(25), 15, 3, 0.02, 4));
        for (int i = 0; i < 10; i++) {
            run.add(new Sample(new double[][] {{3}, {3}, {3}}));
        }
        VarianceModel model = VarianceModel.fit(run);
        assertTrue(model.priorDf() > 0 && model.priorVariance() > 0, model::toString);
    }

    static List<Sample> run(Simulated simulated, int rows, int forks, double typical, double priorDf) {
        List<Sample> run = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            run.add(simulated.sample(100, forks, 1, simulated.deviation(typical, priorDf), 0));
        }
        return run;
    }
}
