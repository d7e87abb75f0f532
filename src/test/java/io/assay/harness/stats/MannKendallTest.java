package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class MannKendallTest {
    @Test
    void scoreCountsPairs() {
        assertEquals(6, MannKendall.score(new double[] {1, 2, 3, 4}));
        assertEquals(-6, MannKendall.score(new double[] {4, 3, 2, 1}));
        assertEquals(0, MannKendall.score(new double[] {5, 5, 5}));
    }

    @Test
    void smallSeriesAreExact() {
        // One of the 4! orders rises throughout, one falls throughout.
        assertEquals(2.0 / 24, MannKendall.pValue(new double[][] {{1, 2, 3, 4}}), 1e-12);
        assertEquals(2.0 / 36, MannKendall.pValue(new double[][] {{1, 2, 3}, {8, 9, 10}}), 1e-12);
        assertEquals(1, MannKendall.pValue(new double[][] {{1, 2, 3}, {3, 2, 1}}), 1e-12);
        assertEquals(1, MannKendall.pValue(new double[][] {{7, 7, 7, 7}}), 1e-12);
    }

    @Test
    void theExactDistributionIsNearTheNormalOneWhereTheyMeet() {
        double[] series = new double[28];
        Simulated simulated = new Simulated(81);
        Arrays.setAll(series, i -> 0.05 * i + simulated.normal());
        double z = (Math.abs(MannKendall.score(series)) - 1) / Math.sqrt(28 * 27 * 61 / 18.0);
        double normal = 2 * NormalDistribution.of(0, 1).survivalProbability(z);
        assertEquals(normal, MannKendall.pValue(new double[][] {series}), 0.01 * normal);
    }

    @Test
    void longSeriesHaveTheirLevel() {
        Simulated simulated = new Simulated(82);
        double alarms = Simulated.share(2000, () -> {
            double[] series = new double[60];
            Arrays.setAll(series, i -> simulated.normal());
            return MannKendall.pValue(new double[][] {series}) <= 0.05;
        });
        assertEquals(0.05, alarms, 0.015);
    }
}
