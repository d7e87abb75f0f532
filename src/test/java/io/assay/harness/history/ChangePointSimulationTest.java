package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What {@code docs/history.md} promises of change points; {@code -Dhistory.simulation=long} prints its table. */
class ChangePointSimulationTest {
    private static final int RUNS = 200;
    private static final int ROWS = 20;
    private static final int WITHIN = 5;
    private static final double COUNTS = Math.log(1.05);

    /** How a rule did over many rows. */
    private static final class Tally {
        int series;
        int falsePoints;
        int found;
        int soon;
        int shifts;
        int small;
        int smallFound;

        double recall() {
            return (double) found / shifts;
        }

        double soon() {
            return (double) soon / shifts;
        }

        double falsePerSeries() {
            return (double) falsePoints / series;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f%% | %.1f%% | %.1f%% | %.3f",
                    100 * recall(),
                    100 * soon(),
                    100.0 * smallFound / Math.max(1, small),
                    falsePerSeries());
        }
    }

    private interface Rule {
        /** First runs of the levels that the rule finds in a series cut after {@code runs} runs. */
        List<Integer> changes(List<SimulatedHistory.Row> suite, int row, int runs);
    }

    private static final Rule OURS = new Rule() {
        private final Map<List<SimulatedHistory.Row>, Map<Integer, Drift>> drifts = new java.util.IdentityHashMap<>();

        @Override
        public List<Integer> changes(List<SimulatedHistory.Row> suite, int row, int runs) {
            Drift drift = drifts.computeIfAbsent(suite, s -> new java.util.HashMap<>())
                    .computeIfAbsent(
                            runs,
                            n -> Drift.of(
                                    suite.stream()
                                            .map(each -> cut(each.series(), n))
                                            .toList(),
                                    true));
            return Trends.of(cut(suite.get(row).series(), runs), drift, 0.03).changes().stream()
                    .map(change -> (int) change.first().run().id())
                    .toList();
        }
    };

    /** E-divisive as it is published, on one value a run. */
    private static Rule plain(double level) {
        return (suite, row, runs) -> EDivisive.changes(values(suite.get(row).series(), runs), level, 1);
    }

    private static double[] values(Series series, int runs) {
        return series.points().stream()
                .limit(runs)
                .mapToDouble(point -> Math.log(point.value()))
                .toArray();
    }

    private static Series cut(Series series, int runs) {
        return runs == RUNS
                ? series
                : new Series(
                        series.row(),
                        series.metric(),
                        series.unit(),
                        series.points().subList(0, runs));
    }

    private static Tally tally(Rule rule, int suites, boolean online, Function<Long, SimulatedHistory> histories) {
        Tally tally = new Tally();
        for (long seed = 1; seed <= suites; seed++) {
            List<SimulatedHistory.Row> suite = histories.apply(seed).suite();
            for (int r = 0; r < suite.size(); r++) {
                count(rule, suite, r, online, tally);
            }
        }
        return tally;
    }

    private static void count(Rule rule, List<SimulatedHistory.Row> suite, int row, boolean online, Tally tally) {
        List<Integer> rest = new ArrayList<>(rule.changes(suite, row, RUNS));
        tally.series++;
        suite.get(row).shifts().forEach((at, size) -> {
            boolean found = rest.removeIf(first -> Math.abs(first - at) <= WITHIN);
            if (Math.abs(size) < COUNTS) {
                tally.small++;
                tally.smallFound += found ? 1 : 0;
                return;
            }
            tally.shifts++;
            tally.found += found ? 1 : 0;
            if (online) {
                boolean soon = rule.changes(suite, row, at + WITHIN).stream()
                        .anyMatch(first -> Math.abs(first - at) <= WITHIN);
                tally.soon += soon ? 1 : 0;
            }
        });
        tally.falsePoints += rest.size();
    }

    private static SimulatedHistory usual(long seed) {
        return new SimulatedHistory(seed, RUNS, ROWS);
    }

    @Test
    @DisplayName(
            "Shifts of 5% or more under noise of 2%, drift and spikes: 9 of 10 found, in 5 runs, 1 false in 10 series")
    void target() {
        Tally tally = tally(OURS, 2, true, ChangePointSimulationTest::usual);
        assertTrue(tally.shifts > 20, () -> "too few shifts to tell: " + tally.shifts);
        assertTrue(tally.recall() >= 0.9, tally::toString);
        assertTrue(tally.soon() >= 0.85, tally::toString);
        assertTrue(tally.falsePerSeries() <= 0.1, tally::toString);
    }

    @Test
    @EnabledIfSystemProperty(named = "history.simulation", matches = "long")
    void table() {
        int suites = Integer.getInteger("history.suites", 25);
        Map<String, Function<Long, SimulatedHistory>> settings = new java.util.LinkedHashMap<>();
        settings.put("drift and spikes", ChangePointSimulationTest::usual);
        settings.put("drift, no spikes", seed -> usual(seed).spikes(0));
        settings.put("no drift, spikes", seed -> usual(seed).drift(0));
        settings.put("neither", seed -> usual(seed).drift(0).spikes(0));
        settings.put("shifts of 5% only", seed -> usual(seed).shifts(2, 0.0501, 0.0502));
        settings.put("no shift at all", seed -> usual(seed).shifts(0, 0, 0));
        settings.put(
                "no shift, noise correlated 0.5",
                seed -> usual(seed).shifts(0, 0, 0).resemblance(0.7));
        System.out.println("setting | rule | recall >= 5% | within 5 runs | recall 3-5% | false points a series");
        settings.forEach((name, histories) -> {
            System.out.println(name + " | ours | " + tally(OURS, suites, true, histories));
            if (Boolean.getBoolean("history.peers")) {
                for (double level : new double[] {0.01, 0.05}) {
                    System.out.println(name + " | E-divisive, " + level + " | "
                            + tally(plain(level), Math.min(suites, 5), true, histories));
                }
            }
        });
    }
}
