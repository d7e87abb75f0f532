package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Machines that move, and rows that move on their own, by hand. */
class DriftTest {
    private static final int RUNS = 20;

    private interface Log {
        double of(int row, int run);
    }

    /** Rows of one fork a run, given as logarithms of cost. */
    private static List<Series> rows(int rows, int runs, Log log) {
        return IntStream.range(0, rows)
                .mapToObj(row -> Made.of(
                        Series.SCORE,
                        "ns/op",
                        IntStream.range(0, runs)
                                .mapToDouble(run -> Math.exp(log.of(row, run)))
                                .toArray()))
                .toList();
    }

    private static double[] logs(Drift drift, int runs) {
        return drift.of(Made.points(new double[runs]));
    }

    private static double swing(int run) {
        return run % 2 == 0 ? 1 : -1;
    }

    @Test
    void fewerThanSixRowsTellNothing() {
        assertSame(Drift.NONE, Drift.of(rows(5, RUNS, (row, run) -> 0.1 * swing(run)), true));
        assertArrayEquals(new double[RUNS], logs(Drift.NONE, RUNS));
        Drift six = Drift.of(rows(6, RUNS, (row, run) -> 0.1 * swing(run)), true);
        assertEquals(RUNS, six.logs().size());
        assertEquals(6, six.rows());
        assertTrue(six.controls());
    }

    @Test
    void whatAllRowsDoTogetherIsTheMachine() {
        Drift drift = Drift.of(rows(7, RUNS, (row, run) -> row + 0.02 * swing(run)), false);
        assertEquals(7, drift.rows());
        assertEquals(false, drift.controls());
        assertEquals(1, drift.share(), 1e-9);
        double[] logs = logs(drift, RUNS);
        for (int run = 0; run < RUNS; run++) assertEquals(0.02 * swing(run), logs[run], 1e-9);
        assertEquals(List.of(), drift.steps());
    }

    @Test
    void whatIsKnownOfOneMachineIsNothingOnAnother() {
        Drift drift = new Drift(
                Map.of(new Drift.At(3, Made.MACHINE), 0.1, new Drift.At(4, "{cpu.model=two}"), 0.2),
                6,
                true,
                1,
                List.of());
        List<Point> points = List.of(
                Made.point(3, 1),
                Made.point(4, 1),
                Made.point(4, Map.of("cpu.model", "two", "jdk", "21"), 1),
                Made.point(5, 1));
        assertArrayEquals(new double[] {0.1, 0, 0.2, 0}, drift.of(points));
    }

    @Test
    void aRowThatChangesOfItselfLeavesTheMachineWhereItWas() {
        Drift drift = Drift.of(
                rows(6, RUNS, (row, run) -> 0.02 * swing(run) + (row < 2 && run >= 4 + 2 * row ? 0.3 : 0)), true);
        double[] logs = logs(drift, RUNS);
        for (int run = 0; run < RUNS; run++) assertEquals(0.02 * swing(run), logs[run], 1e-9);
    }

    /**
     * Four rows swing about one level by 0.002, 0.004, 0.008 and 0.010; two that swing by 0.0064 and 0.0068 are slower by
     * 0.3 from the middle on.
     *
     * <p>Against their medians the two say 0.15 less before and more behind: of the even runs before, the median of
     * (low, low, 2, 4, 8, 10) is 3 thousandths, of the odd ones of (low, low, -10, -8, -4, -2) it is -9, on average -3,
     * and behind 9 and -3, on average 3. The levels of the two, with that taken out, are 3 too high before: they say
     * 6.4 - 3 and 6.8 - 3, of the odd runs -6.4 - 3 and -6.8 - 3. The medians of (2, 3.4, 3.8, 4, 8, 10) and
     * (-10, -9.8, -9.4, -8, -4, -2) are 3.9 and -8.7, on average -2.4; some have moved by 0.9, more than a half. With 2.4
     * taken out the two say 4.0 and 4.4, -8.8 and -9.2: the medians are 4.2 and -8.4. They have moved by 0.3, and that is all.
     */
    @Test
    void levelsAndDriftSettleAgainstEachOther() {
        assertSwings(new double[] {2, 4, 6.4, 6.8, 8, 10}, 4.2, -8.4);
    }

    /**
     * Twice as much: 4, 8, 16, 20 and the two that change, 12.8 and 13.6. In thousandths, of even and odd runs before the
     * middle, and on average: first 6, -18, -6; with 6 taken out (4, 6.8, 7.6, 8, 16, 20) and (-20, -19.6, -18.8, -16, -8, -4)
     * have 7.8, -17.4, -4.8; with 4.8 taken out (4, 8, 8, 8.8, 16, 20) and (-20, -18.4, -17.6, -16, -8, -4) have 8.4,
     * -16.8, -4.2; with 4.2 taken out (4, 8, 8.6, 9.4, 16, 20) and (-20, -17.8, -17, -16, -8, -4) have 9.0, -16.5. In
     * each round some move by more than a half, but the third is the last.
     */
    @Test
    void theySettleInThreeRoundsAtMost() {
        assertSwings(new double[] {4, 8, 12.8, 13.6, 16, 20}, 9.0, -16.5);
    }

    /** All in thousandths; what the even runs say before the middle the odd ones say behind it, turned round. */
    private static void assertSwings(double[] swings, double even, double odd) {
        Log log = (row, run) -> swings[row] / 1000 * swing(run) + ((row == 2 || row == 3) && run >= 10 ? 0.3 : 0);
        Drift drift = Drift.of(rows(6, RUNS, log), true);
        double[] logs = logs(drift, RUNS);
        for (int run = 0; run < RUNS; run += 2) {
            assertEquals(run < 10 ? even : -odd, 1000 * logs[run] / drift.share(), 1e-6, "run " + run);
            assertEquals(run < 10 ? odd : -even, 1000 * logs[run + 1] / drift.share(), 1e-6, "run " + (run + 1));
        }
    }

    @Test
    void aStepOfTheWholeSuiteIsToldWithItsRuns() {
        Drift drift = Drift.of(rows(6, RUNS, (row, run) -> row + (run < 8 ? 0 : 0.1)), false);
        assertEquals(1, drift.steps().size());
        Drift.Step step = drift.steps().get(0);
        assertEquals(Made.run(7), step.before());
        assertEquals(Made.run(8), step.after());
        assertEquals(Math.exp(0.1), step.ratio(), 1e-9);
        assertTrue(step.low() < step.ratio() && step.ratio() < step.high());
        assertEquals(step.ratio() / step.low(), step.high() / step.ratio(), 1e-9);
    }

    @Test
    void threeRunsBeforeAndThreeBehindAreAStep() {
        assertEquals(
                1,
                Drift.of(rows(6, 6, (row, run) -> run < 3 ? 0 : 1), false)
                        .steps()
                        .size());
        assertEquals(
                0,
                Drift.of(rows(6, 5, (row, run) -> run < 3 ? 0 : 1), false)
                        .steps()
                        .size());
    }

    @Test
    void stepsAreFoundInTheOrderOfDatesNotOfNumbers() {
        List<Point> points = new ArrayList<>();
        for (int hour = 0; hour < RUNS; hour++) {
            RecordedRun run = Made.run(7L * (hour + 1) % 23, hour, "c" + hour);
            points.add(new Point(run, Made.forks(hour < 12 ? 100 : 130), Map.of("cpu.model", "one")));
        }
        Drift drift = Drift.of(Collections.nCopies(6, Made.times(points)), false);
        assertEquals(1, drift.steps().size());
        assertEquals(points.get(11).run(), drift.steps().get(0).before());
        assertEquals(points.get(12).run(), drift.steps().get(0).after());
        assertEquals(1.3, drift.steps().get(0).ratio(), 1e-9);
    }

    @Test
    void machinesDriftApart() {
        Map<String, String> one = Map.of("cpu.model", "one");
        Map<String, String> two = Map.of("cpu.model", "two");
        List<Point> points = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            points.add(Made.point(run, one, 100));
            points.add(Made.point(run, two, run < 10 ? 500 : 600));
        }
        Drift drift = Drift.of(Collections.nCopies(6, Made.times(points)), true);
        assertEquals(2 * RUNS, drift.logs().size());
        double[] logs = drift.of(points);
        for (int run = 0; run < RUNS; run++) {
            assertEquals(0, logs[2 * run], 1e-12);
            assertEquals((run < 10 ? -0.5 : 0.5) * Math.log(1.2), logs[2 * run + 1], 1e-9);
        }
        assertEquals(1, drift.steps().size());
        assertEquals(Made.run(10), drift.steps().get(0).after());
    }

    @Test
    void anotherJdkIsAnotherLevelAndNoDrift() {
        List<Point> points = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            String jdk = run < 10 ? "17" : "21";
            points.add(Made.point(run, Map.of("cpu.model", "one", "jdk", jdk), run < 10 ? 100 : 60));
        }
        Drift drift = Drift.of(Collections.nCopies(6, Made.times(points)), true);
        assertArrayEquals(new double[RUNS], drift.of(points), 1e-12);
        assertEquals(List.of(), drift.steps());
    }
}
