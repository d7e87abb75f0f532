package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import io.assay.harness.run.RunAnalysis.Judged;
import io.assay.harness.stats.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunAnalysisTest {
    private final SyntheticRun run = new SyntheticRun();

    @Test
    void aGroupIsSortedByCostAndComparedWithItsFastestPeer() {
        List<Judged> group = group(run.time("SLOW_PEER", 40).time("ASSAY", 10).time("PEER", 20));
        assertEquals(List.of("ASSAY", "PEER", "SLOW_PEER"), names(group));
        assertEquals("PEER", fastest(group));
        assertEquals(0.5, ratio(group, 0), 1e-9);
        assertEquals(Optional.empty(), group.get(1).ratio(), "the fastest peer with itself");
        assertEquals(2, ratio(group, 2), 1e-9);
        assertEquals(10, group.get(0).estimate().orElseThrow().value(), 0.05);
    }

    @Test
    void theIntervalOfARatioHoldsItsEstimate() {
        group(run.time("ASSAY", 10).time("PEER", 20)).stream()
                .flatMap(judged -> judged.ratio().stream())
                .forEach(ratio -> assertTrue(
                        ratio.low() < ratio.value()
                                && ratio.value() < ratio.high()
                                && ratio.level() == RunAnalysis.LEVEL
                                && ratio.high() < 1,
                        ratio::toString));
    }

    /** More operations a time are less cost: the ratio is of costs whatever the mode. */
    @Test
    void throughputIsTurnedRound() {
        List<Judged> group =
                group(run.throughput("PEER", 50).throughput("ASSAY", 100).throughput("SLOW_PEER", 25));
        assertEquals(List.of("ASSAY", "PEER", "SLOW_PEER"), names(group));
        assertEquals("PEER", fastest(group));
        assertEquals(0.5, ratio(group, 0), 1e-9);
        assertEquals(2, ratio(group, 2), 1e-9);
        Estimate ours = group.get(0).estimate().orElseThrow();
        assertEquals(100, ours.value(), 0.5, "in the row's own unit");
        assertTrue(ours.low() < ours.value() && ours.value() < ours.high(), ours::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASSAY", "ASSAY_LAX", "BOUND_HASH_MAP"})
    void oursAndTheBoundsAreNoPeers(String implementation) {
        List<Judged> group = group(run.time(implementation, 1).time("PEER", 20));
        assertEquals("PEER", fastest(group));
        assertEquals(0.05, ratio(group, 0), 1e-9);
    }

    @Test
    void aPeerThatDidNotDoTheWorkIsNotTheFastest() {
        run.time("ASSAY", 10, "items", SyntheticRun.metric(1, "ns/op"))
                .time("PEER", 20, "items", SyntheticRun.metric(2, "ns/op"))
                .time("OTHER", 22, "items", SyntheticRun.metric(2.2, "ns/op"))
                .time("IDLE", 2, "items", SyntheticRun.metric(Double.POSITIVE_INFINITY, "ns/op"));
        assertEquals("PEER", fastest(group(run)));
    }

    @Test
    void aPeerWithoutAFigureComesLastAndIsNotTheFastest() {
        List<Judged> group = group(run.time("BROKEN", Double.NaN)
                .time("NOTHING", 0)
                .time("ASSAY", 10)
                .time("PEER", 20));
        assertEquals(List.of("ASSAY", "PEER"), names(group).subList(0, 2));
        assertEquals("PEER", fastest(group));
        assertEquals(Optional.empty(), group.get(2).estimate());
        assertEquals(Optional.empty(), group.get(3).ratio());
    }

    @Test
    void aPeerThatFailedKeepsItsFigureButIsComparedWithNothing() {
        List<Judged> group =
                group(run.time("BROKE", 5).failed("exit 3").time("ASSAY", 10).time("PEER", 20));
        assertEquals("PEER", fastest(group));
        assertEquals(List.of("BROKE", "ASSAY", "PEER"), names(group));
        assertTrue(group.get(0).failed() && !group.get(1).failed());
        assertTrue(group.get(0).estimate().isPresent());
        assertEquals(Optional.empty(), group.get(0).ratio());
        assertEquals(0.5, ratio(group, 1), 1e-9);
    }

    @Test
    void withoutPeersNothingIsCompared() {
        List<Judged> group = group(run.time("ASSAY", 10).time("ASSAY_LAX", 9).time("BOUND_ARRAY", 1));
        assertTrue(group.stream()
                .noneMatch(judged -> judged.fastestPeer() || judged.ratio().isPresent()));
        assertTrue(group.stream().allMatch(judged -> judged.estimate().isPresent()));
    }

    @Test
    void rowsThatDifferInMoreThanTheImplementationAreNotCompared() {
        Object[] none = {};
        run.row(SyntheticRun.LOOKUP, "avgt", "ns/op", 10, 1, none, "n", "1", "implementation", "ASSAY")
                .row(SyntheticRun.LOOKUP, "avgt", "ns/op", 20, 1, none, "n", "1", "implementation", "PEER")
                .row(SyntheticRun.LOOKUP, "avgt", "ns/op", 15, 1, none, "n", "2", "implementation", "PEER")
                .floor(0.3);
        Map<RowKey, List<Judged>> groups = run.analysis().groups();
        assertEquals(
                List.of("RouterBenchmark.match[n=1]", "RouterBenchmark.match[n=2]"),
                groups.keySet().stream().map(RowKey::toString).toList());
        assertEquals(List.of(2, 1), groups.values().stream().map(List::size).toList());
    }

    @Test
    void figuresInDifferentUnitsAreNotCompared() {
        Object[] none = {};
        run.time("PEER", 20).row(SyntheticRun.LOOKUP, "avgt", "us/op", 0.01, 1, none, "implementation", "ASSAY");
        List<Judged> group = group(run);
        assertFalse(group.stream().anyMatch(judged -> judged.ratio().isPresent()));
    }

    private static List<Judged> group(SyntheticRun run) {
        return run.analysis().groups().values().iterator().next();
    }

    private static List<String> names(List<Judged> group) {
        return group.stream()
                .map(judged -> judged.row().implementation().orElseThrow())
                .toList();
    }

    private static String fastest(List<Judged> group) {
        List<String> fastest = group.stream()
                .filter(Judged::fastestPeer)
                .map(judged -> judged.row().implementation().orElseThrow())
                .toList();
        assertEquals(1, fastest.size(), fastest::toString);
        return fastest.get(0);
    }

    private static double ratio(List<Judged> group, int place) {
        return group.get(place).ratio().orElseThrow().value();
    }
}
