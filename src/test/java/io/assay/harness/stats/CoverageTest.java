package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the 95% intervals hold the truth, over all rows of many simulated runs. The standard error of each share is
 * below 0.8 points (rows of one run share the prior).
 */
@Tag("simulation")
class CoverageTest {
    private static final double TRUTH = 100;

    @ParameterizedTest
    @CsvSource({
        "2,  5,   2", "2,  5, Infinity", "2, 20, 2", "2, 20, 4", "2, 60, 4", "2, 60, Infinity",
        "3,  5,   2", "3,  5, Infinity", "3, 20, 2", "3, 20, 4", "3, 60, 4", "3, 60, Infinity",
        "5,  5,   2", "5,  5, Infinity", "5, 20, 2", "5, 20, 4", "5, 60, 4", "5, 60, Infinity",
    })
    void isNearItsLevel(int forks, int rows, double priorDf) {
        Simulated simulated = new Simulated(31);
        int hits = 0;
        int ratioHits = 0;
        int runs = 4000 / rows;
        for (int run = 0; run < runs; run++) {
            List<Sample> samples = PriorFitTest.run(simulated, rows, forks, 0.02, priorDf);
            VarianceModel model = VarianceModel.fit(samples);
            for (int i = 0; i < rows; i++) {
                Estimate estimate = Estimates.of(samples.get(i), model, 0.95);
                hits += estimate.low() <= TRUTH && TRUTH <= estimate.high() ? 1 : 0;
                Ratio ratio = Ratios.of(samples.get(i), samples.get((i + 1) % rows), model, 0.95);
                ratioHits += ratio.low() <= 1 && 1 <= ratio.high() ? 1 : 0;
            }
        }
        double coverage = hits / (double) (runs * rows);
        double ratioCoverage = ratioHits / (double) (runs * rows);
        assertTrue(coverage > 0.915 && coverage < 0.97, () -> "estimates: " + coverage);
        assertTrue(ratioCoverage > 0.92 && ratioCoverage < 0.97, () -> "ratios: " + ratioCoverage);
    }
}
