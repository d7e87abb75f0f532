package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TightRuleTest {
    private static double[][] forks(double... values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v, v, v}).toArray(double[][]::new);
    }

    private static Change of(double[][] base, double[][] head) {
        return TightRule.ALLOCATION.of(base, head, 0.03);
    }

    @ParameterizedTest
    @CsvSource({
        "24, 32, SLOWER",
        "32, 24, FASTER",
        "24, 24, SAME",
        "24, 24.4, SAME",
        "24, 24.6, SLOWER",
        "0, 0, SAME",
        "0, 0.4, SAME",
        "0, 16, SLOWER",
        "16, 0, FASTER",
        "100000, 100090, SAME",
        "100000, 100110, SLOWER"
    })
    void judgesExactRowsFromHalfAByteOrAThousandthOn(double base, double head, Verdict verdict) {
        assertEquals(
                verdict, of(forks(base, base, base), forks(head, head, head)).verdict());
    }

    @Test
    void zeroHasRatiosOfItsOwn() {
        assertEquals(1, of(forks(0, 0), forks(0, 0)).ratio().value());
        Ratio grown = of(forks(0, 0), forks(16, 16)).ratio();
        assertEquals(Double.POSITIVE_INFINITY, grown.value());
        assertEquals(Double.POSITIVE_INFINITY, grown.low());
        assertEquals(0, of(forks(16, 16), forks(0, 0)).ratio().high());
    }

    @Test
    void theFirstIterationMayCarryWarmUp() {
        double[][] warm = {{500, 24, 24, 24, 24}, {24, 24, 24, 24, 24}};
        assertEquals(Verdict.SAME, of(warm, forks(24, 24)).verdict());
    }

    @Test
    void oneForkShowsNothingReproducible() {
        Change change = of(forks(24), forks(48, 48));
        assertEquals(Verdict.CANNOT_TELL, change.verdict());
        assertEquals(Warning.Kind.TOO_FEW_FORKS, change.warnings().get(0).kind());
        assertEquals(2, change.ratio().value());
    }

    @Test
    void noisyRowsNeedAnInterval() {
        double[][] base = forks(100, 140, 120, 90, 130);
        assertEquals(
                Verdict.CANNOT_TELL, of(base, forks(150, 120, 145, 110, 141)).verdict());
        Change far = of(base, forks(400, 420, 410, 430, 405));
        assertEquals(Verdict.SLOWER, far.verdict());
        assertEquals(TightRule.NOISY, far.ratio().method());
        assertTrue(far.ratio().low() > 1 && far.ratio().high() > far.ratio().value());
        assertEquals(Verdict.FASTER, of(forks(400, 420, 410, 430, 405), base).verdict());
    }

    @Test
    void forksInTwoGroupsOnOneSideAreNoVerdict() {
        assertEquals(
                Verdict.CANNOT_TELL, of(forks(24, 24, 24), forks(24, 48, 48)).verdict());
    }

    @Test
    void noisyRowsAreSeldomFalseAlarms() {
        Simulated random = new Simulated(1);
        double wrong = Simulated.share(4000, () -> {
            Verdict verdict = of(
                            random.sample(1000, 5, 1, 0.05, 0).forks(),
                            random.sample(1000, 5, 1, 0.05, 0).forks())
                    .verdict();
            return verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
        });
        assertTrue(wrong <= 0.002, () -> "wrong: " + wrong);
    }

    @Test
    void footprintsForgiveAMegabyteOrAHundredth() {
        double mega = 1 << 20;
        double[][] base = forks(50 * mega, 50.3 * mega, 50.1 * mega);
        assertEquals(
                Verdict.SAME,
                TightRule.FOOTPRINT
                        .of(base, forks(50.9 * mega, 51 * mega, 50.5 * mega), 0.03)
                        .verdict());
        assertEquals(
                Verdict.SLOWER,
                TightRule.FOOTPRINT
                        .of(base, forks(52 * mega, 52.2 * mega, 52.5 * mega), 0.03)
                        .verdict());
    }

    @Test
    void theLargestNumberIsANumberStill() {
        Change change = of(forks(1, 1), forks(Double.MAX_VALUE, Double.MAX_VALUE));
        assertEquals(Verdict.SLOWER, change.verdict());
        assertEquals(Double.MAX_VALUE, change.ratio().value());
    }

    @Test
    void refusesWhatIsNoMetric() {
        assertThrows(IllegalArgumentException.class, () -> of(new double[0][], forks(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> of(new double[][] {{}}, forks(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> of(forks(-1, 1), forks(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> of(forks(1, 1), forks(Double.NaN, 1)));
        assertThrows(IllegalArgumentException.class, () -> of(forks(1, 1), forks(Double.POSITIVE_INFINITY, 1)));
        assertThrows(IllegalArgumentException.class, () -> new TightRule(-1, 0));
    }
}
