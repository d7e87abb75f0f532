package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series whose levels are plain to see; how well changes are found under noise is the simulation's. */
class TrendsTest {
    private static Trend trend(Series series) {
        return Trends.of(series, Drift.NONE, 0.03);
    }

    private static Trend times(double... values) {
        return trend(Made.of(Series.SCORE, "ns/op", values));
    }

    private static double[] followed(double[] values, double... more) {
        double[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    /** An interval of a ratio is as wide below as above, in logarithms. */
    private static void assertInterval(double low, double ratio, double high) {
        assertTrue(low < ratio && ratio < high, () -> low + " " + ratio + " " + high);
        assertEquals(ratio / low, high / ratio, 1e-9);
    }

    @Test
    void aChangeIsToldWithItsRunsItsSizeAndItsPlace() {
        Line line = times(Made.levels(10, 100, 120)).lines().get(0);
        ChangePoint change = line.changes().get(0);
        assertEquals(1, line.changes().size());
        assertEquals(1.2, change.ratio(), 1e-9);
        assertInterval(change.low(), change.ratio(), change.high());
        assertEquals(Made.run(9), change.before().run());
        assertEquals(Made.run(10), change.first().run());
        assertEquals(Made.run(10), change.after().run());
        assertTrue(change.chance() > 0 && change.chance() < 0.002, () -> "chance " + change.chance());
        assertEquals(2, line.levels().size());
        assertLevel(0, 10, 100, line.levels().get(0));
        assertLevel(10, 20, 120, line.levels().get(1));
    }

    private static void assertLevel(int from, int to, double value, Line.Level level) {
        assertEquals(from, level.from());
        assertEquals(to, level.to());
        assertEquals(value, level.value(), 1e-9 * value);
    }

    @Test
    void whereAChangeIsUncertainItsRangeHoldsIt() {
        double[] values = Made.levels(10, 100, 120);
        values[10] = 109.6; // the middle of both, in logarithms
        ChangePoint change = times(values).changes().get(0);
        assertEquals(Made.run(9), change.before().run());
        assertEquals(Made.run(11), change.after().run());
    }

    @Test
    void everyChangeCountsTheRunsOfItsOwnTwoLevels() {
        List<ChangePoint> changes =
                times(Made.levels(4, 100, 120, 120, 150, 150, 150)).changes();
        assertEquals(2, changes.size());
        assertEquals(4, changes.get(0).runsBefore());
        assertEquals(8, changes.get(0).runsAfter());
        assertEquals(8, changes.get(1).runsBefore());
        assertEquals(12, changes.get(1).runsAfter());
        assertEquals(1.2, changes.get(0).ratio(), 1e-9);
        assertEquals(1.25, changes.get(1).ratio(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        // what 80 costs over what 100 costs, in the metric's own measure of cost
        "score, ns/op, 0.8, FASTER",
        "score, ops/s, 1.25, SLOWER",
        "gc.alloc.rate.norm, B/op, 0.80198, FASTER",
        "mem.live, B, 0.8, FASTER"
    })
    void levelsAreInTheUnitAndRatiosInCost(String metric, String unit, double ratio, Verdict verdict) {
        Line line =
                trend(Made.of(metric, unit, Made.levels(10, 100, 80))).lines().get(0);
        assertEquals(100, line.levels().get(0).value(), 1e-4);
        assertEquals(80, line.levels().get(1).value(), 1e-4);
        assertEquals(ratio, line.changes().get(0).ratio(), 1e-5);
        assertEquals(verdict, line.changes().get(0).verdict());
    }

    @Test
    void driftIsTakenOutOfTimesAndRatesAndNotOutOfBytes() {
        Map<Drift.At, Double> logs = new HashMap<>();
        for (int run = 10; run < 20; run++) logs.put(new Drift.At(run, Made.MACHINE), Math.log(1.2));
        Drift drift = new Drift(logs, 6, true, 1, List.of());
        double[] slower = Made.levels(10, 100, 120);
        double[] lower = Made.levels(10, 120, 100);
        double[] same = Made.levels(10, 100, 100);
        assertEquals(
                List.of(),
                Trends.of(Made.of("score", "ns/op", slower), drift, 0.03).changes());
        assertEquals(
                List.of(),
                Trends.of(Made.of("cpu.time", "ns/op", slower), drift, 0.03).changes());
        assertEquals(
                List.of(),
                Trends.of(Made.of("score", "ops/s", lower), drift, 0.03).changes());
        List<ChangePoint> hidden =
                Trends.of(Made.of("score", "ns/op", same), drift, 0.03).changes();
        assertEquals(1 / 1.2, hidden.get(0).ratio(), 1e-9);
        for (String metric : List.of("mem.live", "mem.peak", "gc.alloc.rate.norm", "gc.count")) {
            assertEquals(
                    1,
                    Trends.of(Made.of(metric, "B", slower), drift, 0.03)
                            .changes()
                            .size(),
                    metric);
            assertEquals(
                    List.of(),
                    Trends.of(Made.of(metric, "B", same), drift, 0.03).changes(),
                    metric);
        }
    }

    @Test
    void environmentsAreLinesOfTheirOwnAndTheNewestRunIsOfItsOwnLine() {
        Map<String, String> one = Map.of("jdk", "17");
        Map<String, String> two = Map.of("jdk", "21");
        List<Point> points = new ArrayList<>();
        for (int run = 0; run < 12; run += 2) {
            points.add(Made.point(run, one, run % 4 == 0 ? 100.1 : 99.9));
            points.add(Made.point(run + 1, two, run % 4 == 0 ? 200.1 : 199.9));
        }
        points.add(Made.point(12, one, 125));
        Trend trend = trend(Made.times(points));
        assertEquals(List.of(), trend.changes());
        assertEquals(
                List.of(7, 6),
                trend.lines().stream().map(line -> line.points().size()).toList());
        Newest newest = trend.newest().orElseThrow();
        assertEquals(points.get(12), newest.point());
        assertEquals(6, newest.runs());
        assertEquals(1.25, newest.ratio(), 1e-5);
    }

    @Test
    void theChangesOfAllLinesAreTheTrends() {
        List<Point> points = new ArrayList<>();
        double[] values = Made.levels(10, 100, 120);
        for (int run = 0; run < 40; run++) {
            String jdk = run < 20 ? "17" : "21";
            points.add(Made.point(run, Map.of("jdk", jdk), values[run % 20]));
        }
        assertEquals(
                List.of(Made.run(10), Made.run(30)),
                trend(Made.times(points)).changes().stream()
                        .map(change -> change.first().run())
                        .toList());
    }

    @Test
    void theNewestRunIsHeldAgainstTheThreshold() {
        double[] calm = Made.levels(12, 100);
        Series slower = Made.of(Series.SCORE, "ns/op", followed(calm, 125));
        Newest newest = trend(slower).newest().orElseThrow();
        assertEquals(Verdict.SLOWER, newest.verdict());
        assertEquals(1.25, newest.ratio(), 1e-9);
        assertEquals(12, newest.runs());
        assertInterval(newest.low(), newest.ratio(), newest.high());
        assertTrue(newest.chance() < 0.001);
        assertEquals(
                Verdict.SLOWER,
                Trends.of(slower, Drift.NONE, 0.249).newest().orElseThrow().verdict());
        assertFalse(Trends.of(slower, Drift.NONE, 0.251).newest().orElseThrow().verdict() == Verdict.SLOWER);
        assertEquals(
                Verdict.SAME,
                Trends.of(slower, Drift.NONE, 0.4).newest().orElseThrow().verdict());
        assertEquals(
                Verdict.FASTER,
                trend(Made.of(Series.SCORE, "ops/s", followed(calm, 125)))
                        .newest()
                        .orElseThrow()
                        .verdict());
        assertEquals(Optional.empty(), times(100, 100, 100, 100).newest(), "three runs are no past");
    }

    @Test
    void aPointFarOffThatIsFollowedByTheOldLevelIsASpike() {
        double[] values = Made.levels(20, 100);
        values[7] = 150;
        Line line = times(values).lines().get(0);
        assertEquals(List.of(Made.point(7, 150)), line.spikes());
        assertEquals(List.of(), line.changes());
    }
}
