package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimpleAnalysersTest {
    private static Estimate estimate(double reach, int forks) {
        return new Estimate(100, 100 / (1 + reach), 100 * (1 + reach), 0.95, forks, Estimates.MODERATED);
    }

    @Test
    void aNarrowIntervalHasForksEnough() {
        assertEquals(Optional.empty(), TooFewForks.check(estimate(0.099, 3)));
        assertEquals(Optional.empty(), TooFewForks.check(estimate(0, 2)));
    }

    @Test
    void aWideIntervalAsksForForks() {
        assertEquals(
                "3 forks give an interval of about \u00b121%; about 12 would give \u00b110%",
                message(TooFewForks.check(estimate(0.21, 3))));
        assertEquals(12, TooFewForks.forksFor(estimate(0.21, 3), 0.1));
    }

    @Test
    void oneForkIsAlwaysTooFew() {
        assertTrue(message(TooFewForks.check(estimate(0.01, 1))).startsWith("one fork:"));
        Estimate unknown = new Estimate(1, Double.NaN, Double.NaN, 0.95, 1, Estimates.UNKNOWN);
        assertTrue(message(TooFewForks.check(unknown)).startsWith("no interval: 1 fork,"));
    }

    @Test
    void itemsMustBeThereAndAlike() {
        assertEquals(Optional.empty(), Items.check(1223, 1223, 1222.5));
        assertEquals(Optional.empty(), Items.check(5));
        assertEquals(Warning.Kind.ZERO_ITEMS, Items.check(0, 0, 0).orElseThrow().kind());
        Warning less = Items.check(1100, 1223, 1223).orElseThrow();
        assertEquals(Warning.Kind.DIFFERENT_ITEMS, less.kind());
        assertEquals("counted 1100.00 items an operation where its peers counted 1223.00", less.message());
        assertTrue(Items.check(3, 0).isPresent());
    }

    @Test
    void itemsRefuseWhatIsNoCount() {
        assertThrows(IllegalArgumentException.class, () -> Items.check(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Items.check(1, 1, -1));
    }

    @Test
    void circumstancesSpeakUpBeyondTheirThresholds() {
        assertEquals(Optional.empty(), Circumstances.gc(Circumstances.GC_SHARE));
        assertTrue(message(Circumstances.gc(0.5)).startsWith("50% of the measured time"));
        assertEquals(Optional.empty(), Circumstances.steal(Circumstances.STEAL_SHARE));
        assertTrue(message(Circumstances.steal(0.034)).contains("took 3.4% of"));
        assertEquals(Optional.empty(), Circumstances.threads(2, 2));
        assertEquals(
                Warning.Kind.OVERSUBSCRIBED,
                Circumstances.threads(3, 2).orElseThrow().kind());
    }

    @Test
    void circumstancesRefuseNonsense() {
        assertThrows(IllegalArgumentException.class, () -> Circumstances.gc(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Circumstances.steal(-0.1));
        assertThrows(IllegalArgumentException.class, () -> Circumstances.threads(0, 1));
    }

    private static String message(Optional<Warning> warning) {
        return warning.orElseThrow().message();
    }
}
