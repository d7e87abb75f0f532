package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails a gate, of series whose changes are plain to see. */
class HistoryTest {
    private static final Predicate<RecordedRun> EVER = run -> true;

    private static List<Alarm> alarms(Series series, double threshold) {
        return History.of(List.of(series), Drift.NONE, threshold, EVER).alarms();
    }

    private static List<Alarm> alarms(double... levels) {
        return alarms(Made.of(Series.SCORE, "ns/op", Made.levels(10, levels)), 0.03);
    }

    private static long firstOf(Alarm alarm) {
        return alarm.change().orElseThrow().first().run().id();
    }

    @ParameterizedTest
    @CsvSource({
        "score, ns/op, 100, 120, 1",
        "score, ns/op, 120, 100, 0",
        "score, ops/s, 100, 120, 0",
        "score, ops/s, 120, 100, 1",
        "gc.alloc.rate.norm, B/op, 100, 120, 1",
        "mem.live, B, 100, 120, 1",
        "mem.peak, B, 100, 120, 1",
        "cpu.time, ns/op, 100, 120, 0",
        "latency.p99, ns/op, 100, 120, 0"
    })
    void aChangeToTheWorseOfAScoreOrOfMemoryFails(String metric, String unit, double before, double after, int count) {
        Series series = Made.of(metric, unit, Made.levels(10, before, after));
        assertEquals(count, alarms(series, 0.03).size());
    }

    @Test
    void anAlarmHasTheNameOfItsSeriesAndItsChange() {
        Alarm alarm = alarms(100, 120).get(0);
        assertEquals("MadeBenchmark.row", alarm.name());
        assertEquals(10, firstOf(alarm));
        assertTrue(alarm.newest().isEmpty() && alarm.suite().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ns/op", "ops/s"})
    void whatWasTakenBackSinceDoesNotFail(String unit) {
        double worse = unit.equals("ns/op") ? 120 : 80;
        double back = unit.equals("ns/op") ? 101 : 99;
        double half = unit.equals("ns/op") ? 110 : 90;
        assertEquals(
                0,
                alarms(Made.of(Series.SCORE, unit, Made.levels(10, 100, worse, back)), 0.03)
                        .size());
        assertEquals(
                1,
                alarms(Made.of(Series.SCORE, unit, Made.levels(10, 100, worse, half)), 0.03)
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 0, 0", "0, 8, 4, 1", "0, 8, 8, 1", "24, 48, 24, 0", "24, 48, 32, 1"})
    void bytesThatWereTakenBackDoNotFailThoughThereWereNone(double before, double worse, double now, int count) {
        Series series = Made.of("gc.alloc.rate.norm", "B/op", Made.levels(10, before, worse, now));
        assertEquals(count, alarms(series, 0.03).size());
    }

    @Test
    void aChangeBelowTheThresholdDoesNotFailThoughALaterOneDoes() {
        List<Alarm> alarms = alarms(100, 102, 115);
        assertEquals(List.of(20L), alarms.stream().map(HistoryTest::firstOf).toList());
    }

    @Test
    void aChangeOfTheThresholdItselfFails() {
        Series series = Made.of(Series.SCORE, "ns/op", Made.levels(10, 100, 120, 150));
        // 1 + (ratio - 1) is the ratio again: both are exact between 1 and 2.
        double ratio = Trends.of(series, Drift.NONE, 0.03).changes().get(0).ratio();
        assertEquals(2, alarms(series, ratio - 1).size());
        assertEquals(1, alarms(series, Math.nextUp(ratio) - 1).size());
    }

    @Test
    void onlyChangesThatANewRunBroughtToLightFail() {
        Series series = Made.of(Series.SCORE, "ns/op", Made.levels(10, 100, 120, 150));
        Predicate<RecordedRun> since = run -> run.id() >= 15;
        List<Alarm> alarms =
                History.of(List.of(series), Drift.NONE, 0.03, since).alarms();
        assertEquals(List.of(20L), alarms.stream().map(HistoryTest::firstOf).toList());
    }

    @Test
    void theNewestRunFailsIfItIsSlowerAndNew() {
        double[] values = Made.levels(13, 100);
        values[12] = 125;
        Series slower = Made.of(Series.SCORE, "ns/op", values);
        Alarm alarm = alarms(slower, 0.03).get(0);
        assertEquals("MadeBenchmark.row", alarm.name());
        assertEquals(Made.run(12), alarm.newest().orElseThrow().point().run());
        assertTrue(alarm.change().isEmpty() && alarm.suite().isEmpty());
        assertEquals(
                List.of(),
                History.of(List.of(slower), Drift.NONE, 0.03, run -> run.id() < 12)
                        .alarms());
        assertEquals(List.of(), alarms(Made.of(Series.SCORE, "ops/s", values), 0.03), "a higher rate");
        assertEquals(List.of(), alarms(Made.of("cpu.time", "ns/op", values), 0.03), "told, never gates");
    }

    private static List<Drift.Step> failing(boolean controls, double threshold, Predicate<RecordedRun> since) {
        List<Drift.Step> steps = new ArrayList<>();
        for (double ratio : new double[] {0.5, 1, 1.125, 1.25, 2}) {
            int at = steps.size();
            steps.add(new Drift.Step(Made.run(at), Made.run(at + 1), ratio, ratio, ratio));
        }
        Drift drift = new Drift(Map.of(), 6, controls, 1, steps);
        List<Alarm> alarms = History.of(List.of(), drift, threshold, since).alarms();
        alarms.forEach(alarm -> assertEquals("the whole suite", alarm.name()));
        return alarms.stream().map(alarm -> alarm.suite().orElseThrow()).toList();
    }

    private static List<Double> ratios(List<Drift.Step> steps) {
        return steps.stream().map(Drift.Step::ratio).toList();
    }

    @Test
    void aStepOfTheWholeSuiteFailsUnlessControlsMadeIt() {
        assertEquals(List.of(1.25, 2.0), ratios(failing(false, 0.25, EVER)));
        assertEquals(List.of(), failing(true, 0.25, EVER));
        assertEquals(List.of(1.25), ratios(failing(false, 0.25, run -> run.id() <= 4)));
    }

    @Test
    void aHistoryKeepsItsTrendsInOrder() {
        Series one = Made.of(Series.SCORE, "ns/op", 1);
        Series two = Made.of("cpu.time", "ns/op", 2);
        History history = History.of(List.of(two, one), Drift.NONE, 0.03, EVER);
        assertEquals(
                List.of(two, one), history.trends().stream().map(Trend::series).toList());
    }

    /** Which of the runs are of the newest commits; their numbers are their indices, times ten. */
    private static List<Integer> recent(String... commits) {
        List<RecordedRun> runs = IntStream.range(0, commits.length)
                .mapToObj(i -> Made.run(10L * i, i, commits[i]))
                .toList();
        Predicate<RecordedRun> recent = History.recent(runs);
        assertFalse(recent.test(Made.run(5, 0, commits[0])), "none of them");
        return IntStream.range(0, commits.length)
                .filter(i -> recent.test(runs.get(i)))
                .boxed()
                .toList();
    }

    @Test
    void theRunsOfTheNewestFiveCommitsAreRecent() {
        assertEquals(List.of(0, 1), recent("a", "b"), "all, where there are fewer");
        assertEquals(List.of(0, 1, 2, 3, 4), recent("a", "b", "c", "d", "e"));
        assertEquals(List.of(2, 3, 4, 5, 6), recent("a", "b", "c", "d", "e", "f", "g"));
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), recent("a", "b", "b", "c", "d", "d", "e", "f"), "shards");
    }

    @Test
    void runsOfUnknownCommitsCountOneByOne() {
        String none = "unknown";
        assertEquals(List.of(2, 3, 4, 5, 6), recent(none, none, none, none, none, none, none));
    }

    @ParameterizedTest
    @CsvSource({"NETTY, true", "JDK, true", "ASSAY, false", "ASSAY_VECTORS, false", ", false"})
    void rowsOfOtherImplementationsAreControls(String implementation, boolean control) {
        Map<String, String> params =
                implementation == null ? Map.of("n", "1") : Map.of("n", "1", "implementation", implementation);
        assertEquals(control, History.isControl(new RowKey("a.B.c", "avgt", params)));
    }
}
