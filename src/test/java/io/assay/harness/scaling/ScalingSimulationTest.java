package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.scaling.SimulatedCurve.Trap;
import org.junit.jupiter.api.Test;

/**
 * The rates that {@code docs/scaling.md} promises. {@code -Dassay.scaling.times=50} is the long form, and prints its
 * table.
 */
class ScalingSimulationTest {
    private static final int TIMES = Integer.getInteger("assay.scaling.times", 1);
    private static final long SEED = Long.getLong("assay.scaling.seed", 11);

    @Test
    void nineOfTenAreRightAndOneOfAHundredWrong() {
        Tally tally = Tally.of(TIMES, SEED);
        String table = "seed " + SEED + ", " + TIMES + " times\n" + tally.table();
        if (TIMES > 1) {
            System.out.println(table);
        }
        assertAll(
                () -> assertTrue(tally.right() >= 0.9, table),
                () -> assertTrue(tally.wrong() <= 0.01, table),
                () -> assertTrue(tally.right(Trap.PLAIN) >= 0.95, table),
                () -> assertTrue(tally.right(Trap.OVERHEAD) >= 0.95, table),
                () -> assertTrue(tally.wrong(Trap.PLAIN) == 0, table),
                () -> assertTrue(tally.right(Trap.QUADRATIC_TAIL) >= 0.95, table),
                () -> assertTrue(tally.wrongOfLeastRms() > 0.1, "the plain rule is no match: " + table));
    }
}
