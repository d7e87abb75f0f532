package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineMovedTest {
    private final Simulated simulated = new Simulated(71);

    /** Rows of different levels and noise, forks interleaved in random order; {@code drift} over the run from 0 to 1. */
    private List<MachineMoved.Fork> run(int rows, int forks, double noise, DoubleUnaryOperator drift) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows * forks; i++) {
            order.add(simulated.below(order.size() + 1), i % rows);
        }
        double[] deviations = new double[rows];
        Arrays.setAll(deviations, i -> simulated.deviation(noise, 2));
        List<MachineMoved.Fork> run = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int row = order.get(i);
            double score = (row + 1)
                    * Math.exp(deviations[row] * simulated.normal())
                    * drift.applyAsDouble((double) i / order.size());
            run.add(new MachineMoved.Fork("row " + row, score));
        }
        return run;
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 0.02", "5, 3, 0.02", "20, 3, 0.03", "20, 5, 0.02"})
    void staysSilentOnACleanRun(int rows, int forks, double noise) {
        double alarms = Simulated.share(
                300, () -> MachineMoved.check(run(rows, forks, noise, t -> 1)).isPresent());
        assertTrue(alarms <= 0.02, () -> "alarms in " + alarms);
    }

    @Test
    void findsAStep() {
        double found = Simulated.share(
                100,
                () -> MachineMoved.check(run(15, 3, 0.01, t -> t < 0.4 ? 1 : 1.06))
                        .isPresent());
        assertTrue(found >= 0.9, () -> "found in " + found);
    }

    @Test
    void findsATrend() {
        double found = Simulated.share(
                100,
                () -> MachineMoved.check(run(15, 5, 0.01, t -> 1 + 0.1 * t)).isPresent());
        assertTrue(found >= 0.95, () -> "found in " + found);
    }

    @Test
    void saysWhenAndHowMuch() {
        Warning warning =
                MachineMoved.check(run(20, 4, 0.001, t -> t < 0.5 ? 1 : 0.9)).orElseThrow();
        assertEquals(Warning.Kind.MACHINE_MOVED, warning.kind());
        assertTrue(
                warning.message().matches(".* by about -(9|10|11).*% after (39|40|41) of 80 forks:.*"),
                warning.message());
    }

    @Test
    void isTheSameEachTime() {
        List<MachineMoved.Fork> run = run(10, 3, 0.02, t -> 1 + 0.05 * t);
        assertEquals(MachineMoved.check(run), MachineMoved.check(run));
    }

    @Test
    void oneRowThatMovedIsNotTheMachine() {
        List<MachineMoved.Fork> run = new ArrayList<>(run(10, 5, 0.01, t -> 1));
        for (int i = 25; i < 50; i++) {
            MachineMoved.Fork fork = run.get(i);
            if (fork.row().equals("row 3")) {
                run.set(i, new MachineMoved.Fork(fork.row(), fork.score() * 3));
            }
        }
        assertEquals(Optional.empty(), MachineMoved.check(run));
    }

    @Test
    void rowsThatMoveApartAreNotTheMachine() {
        assertTrue(MachineMoved.check(sixUpAnd(1.02)).isPresent());
        assertEquals(Optional.empty(), MachineMoved.check(sixUpAnd(0.98)));
    }

    /** Ten rows of six forks; in the second half of the run six rows cost 10% more, four the given factor. */
    private static List<MachineMoved.Fork> sixUpAnd(double others) {
        List<MachineMoved.Fork> run = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double later = i % 10 < 6 ? 1.1 : others;
            run.add(new MachineMoved.Fork("row " + i % 10, i < 30 ? 1 : later));
        }
        return run;
    }

    @Test
    void tooLittleToTellIsSilence() {
        assertEquals(Optional.empty(), MachineMoved.check(List.of()));
        assertEquals(Optional.empty(), MachineMoved.check(run(2, 10, 0.001, t -> t < 0.5 ? 1 : 2)));
        assertEquals(Optional.empty(), MachineMoved.check(run(30, 2, 0.001, t -> t < 0.5 ? 1 : 2)));
        assertEquals(Optional.empty(), MachineMoved.check(run(3, 3, 0.001, t -> t < 0.5 ? 1 : 2)));
    }

    @Test
    void refusesWhatIsNoScore() {
        assertThrows(IllegalArgumentException.class, () -> new MachineMoved.Fork("a", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new MachineMoved.Fork("a", 0));
    }
}
