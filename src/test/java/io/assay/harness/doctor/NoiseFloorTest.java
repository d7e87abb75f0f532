package io.assay.harness.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFloorTest {
    @Test
    void spreadOfKnownNumbers() {
        // mean 100, sample variance 10: cv = 0.0316; chi-squared with 4 df: 0.4844 and 11.143 at 2.5 % and 97.5 %
        NoiseFloor floor = NoiseFloor.of(new double[] {96, 98, 100, 102, 104});
        assertEquals(0.0316228, floor.cv(), 1e-7);
        assertEquals(0.0316228 * Math.sqrt(4 / 11.1433), floor.cvLow(), 1e-6);
        assertEquals(0.0316228 * Math.sqrt(4 / 0.484419), floor.cvHigh(), 1e-6);
    }

    @Test
    void theUnitDoesNotMatter() {
        double inNanos = NoiseFloor.of(new double[] {1.0, 1.1, 0.9}).cv();
        double inSeconds = NoiseFloor.of(new double[] {1.0e-9, 1.1e-9, 0.9e-9}).cv();
        assertEquals(inNanos, inSeconds, 1e-12);
    }

    @Test
    void noSpreadNoFloor() {
        NoiseFloor floor = NoiseFloor.of(new double[] {5, 5, 5});
        assertEquals(0, floor.cv());
        assertTrue(floor.detectable().stream().allMatch(plan -> plan.change() == 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.01, 12.6784",
        "2, 0.05, 5.6535",
        "3, 0.01, 4.7998",
        "3, 0.05, 3.0709",
        "5, 0.01, 2.7445",
        "5, 0.05, 2.0244",
        "10, 0.01, 1.6861",
        "10, 0.05, 1.3249",
        "20, 0.01, 1.1304",
        "20, 0.05, 0.9091"
    })
    void detectableAgreesWithTheNoncentralT(int k, double alpha, double expected) {
        assertEquals(expected, TwoSampleT.detectable(k, alpha, 0.8), 0.002 * expected);
    }

    @Test
    void aSimulatedTestFindsWhatIsPromised() {
        long seed = 20_240_607;
        System.out.println("NoiseFloorTest seed " + seed);
        RandomGenerator random = new SplittableRandom(seed);
        double shift = TwoSampleT.detectable(5, NoiseFloor.ALPHA, NoiseFloor.POWER);
        TTest pooled = TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC);
        int found = 0;
        int runs = 5_000;
        for (int run = 0; run < runs; run++) {
            double[] base = normal(random, 5, 0);
            double[] head = normal(random, 5, shift);
            if (pooled.test(base, head).reject(NoiseFloor.ALPHA)) {
                found++;
            }
        }
        assertEquals(NoiseFloor.POWER, (double) found / runs, 0.025, "four standard errors");
    }

    private static double[] normal(RandomGenerator random, int size, double mean) {
        return random.doubles(size).map(ignored -> mean + random.nextGaussian()).toArray();
    }

    @Test
    void unusableScores() {
        assertThrows(IllegalArgumentException.class, () -> NoiseFloor.of(new double[] {}));
        assertThrows(IllegalArgumentException.class, () -> NoiseFloor.of(new double[] {1}));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0, -1}) {
            assertThrows(IllegalArgumentException.class, () -> NoiseFloor.of(new double[] {1, bad, 1}));
        }
    }

    @Test
    void theSentenceInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            String sentence = NoiseFloor.of(new double[] {99, 100, 101}).sentence();
            assertTrue(
                    sentence.startsWith(
                            "3 forks of one fixed workload differ by 1.0 % (standard deviation over mean; 95 % interval 0.52 % to 6.3 %)."),
                    sentence);
            assertTrue(sentence.endsWith(" with 10 forks a side."), sentence);
        } finally {
            Locale.setDefault(before);
        }
    }
}
