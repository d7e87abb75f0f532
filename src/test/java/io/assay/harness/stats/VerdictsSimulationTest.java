package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.stats.SimulatedSuite.Forks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error rates and power against known truth; all seeds fixed. */
class VerdictsSimulationTest {
    private static final int ROWS = 1500;

    private static List<Change> verdicts(Forks shape, int rowsPerFile, int forks, double factor, long seed) {
        Simulated random = new Simulated(seed);
        List<Change> all = new ArrayList<>();
        while (all.size() < ROWS) {
            all.addAll(Verdicts.of(SimulatedSuite.pairs(random, shape, rowsPerFile, forks, factor))
                    .rows());
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 500, 2",
        "NORMAL, 500, 3",
        "NORMAL, 500, 5",
        "NORMAL, 500, 10",
        "HEAVY_TAILED, 500, 2",
        "HEAVY_TAILED, 500, 3",
        "HEAVY_TAILED, 500, 5",
        "HEAVY_TAILED, 500, 10",
        "BIMODAL, 500, 3",
        "BIMODAL, 500, 5",
        "BIMODAL, 500, 10",
        "NORMAL, 1, 5",
        "NORMAL, 20, 5",
        "BIMODAL, 20, 5",
        "NORMAL, 1, 3"
    })
    void seldomCallsAnUnchangedRowSlowerOrFaster(Forks shape, int rowsPerFile, int forks) {
        List<Change> rows = verdicts(shape, rowsPerFile, forks, 1, 1);
        double wrong = SimulatedSuite.share(rows, Verdict.SLOWER) + SimulatedSuite.share(rows, Verdict.FASTER);
        assertTrue(wrong <= 4 * Verdicts.FALSE_RED, () -> "false alarms in both directions: " + wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 3, 1.10, 0.40",
        "NORMAL, 5, 1.05, 0.33",
        "NORMAL, 5, 1.10, 0.80",
        "NORMAL, 10, 1.05, 0.70",
        "HEAVY_TAILED, 5, 1.10, 0.80",
        "BIMODAL, 5, 1.10, 0.70",
        "NORMAL, 2, 1.30, 0.60"
    })
    void findsSlowerRowsAlsoIfAllOfThemAre(Forks shape, int forks, double factor, double power) {
        double found = SimulatedSuite.share(verdicts(shape, 500, forks, factor, 2), Verdict.SLOWER);
        assertTrue(found >= power, () -> "found: " + found);
    }

    @ParameterizedTest
    @CsvSource({"NORMAL, 2", "NORMAL, 3", "NORMAL, 5", "NORMAL, 10", "HEAVY_TAILED, 5", "BIMODAL, 5"})
    void intervalsHoldTheTruthAsOftenAsTheySay(Forks shape, int forks) {
        List<Change> rows = verdicts(shape, 500, forks, 1.2, 3);
        double held = rows.stream()
                        .filter(row -> row.ratio().low() <= 1.2 && row.ratio().high() >= 1.2)
                        .count()
                / (double) rows.size();
        assertTrue(held >= RowVerdict.INTERVAL, () -> "held: " + held);
    }

    @ParameterizedTest
    @CsvSource({"3", "5", "10"})
    void seldomCallsAChangeAtTheThresholdTheSame(int forks) {
        double wrong = SimulatedSuite.share(verdicts(Forks.NORMAL, 500, forks, 1.031, 4), Verdict.SAME);
        assertTrue(wrong <= 0.005, () -> "wrongly the same: " + wrong);
    }

    @Test
    void showsThatCalmRowsAreTheSame() {
        double same = SimulatedSuite.share(verdicts(Forks.NORMAL, 500, 10, 1, 5), Verdict.SAME);
        assertTrue(same >= 0.15, () -> "same: " + same);
    }

    @ParameterizedTest
    @CsvSource({"0.02, 3", "0.02, 5", "0.04, 5", "0.02, 10"})
    void theSmallestVisibleChangeIsSeenFourTimesInFive(double between, int forks) {
        Simulated random = new Simulated(6);
        double visible = visible(random, between, forks);
        double seen = seen(random, between, forks, 1 + visible);
        assertEquals(0.8, seen, 0.15);
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0.03"})
    void asManyForksAsItAsksForSeeFivePercent(double between) {
        Simulated random = new Simulated(7);
        int forks = (int) Noise.median(changes(random, between, 5, 1).stream()
                .mapToDouble(Change::forksForFivePercent)
                .toArray());
        double seen = seen(random, between, forks, 1.05);
        assertTrue(seen >= 0.68 && seen <= 0.95, () -> forks + " forks see it: " + seen);
    }

    /** Rows that all vary alike, so that what one row says of itself is about the truth. */
    private static List<Change> changes(Simulated random, double between, int forks, double factor) {
        List<Verdicts.Pair> pairs = new ArrayList<>();
        for (int row = 0; row < 400; row++) {
            pairs.add(SimulatedSuite.pair(random, Forks.NORMAL, forks, between, 1, factor));
        }
        return Verdicts.of(pairs).rows();
    }

    private static double visible(Simulated random, double between, int forks) {
        return Noise.median(changes(random, between, forks, 1).stream()
                .mapToDouble(Change::smallestVisible)
                .toArray());
    }

    private static double seen(Simulated random, double between, int forks, double factor) {
        return SimulatedSuite.share(changes(random, between, forks, factor), Verdict.SLOWER);
    }

    @Test
    void certainRowsKeepTheirPromiseForTheWholeFile() {
        Simulated random = new Simulated(8);
        int files = 60;
        double red = Simulated.share(files, () -> {
            Verdicts.Changes changes = Verdicts.of(SimulatedSuite.pairs(random, Forks.HEAVY_TAILED, 200, 5, 1));
            return changes.certain().contains(true);
        });
        assertTrue(red <= 2 * Verdicts.ANY_FALSE_RED, () -> "files with a certain false alarm: " + red);
    }
}
