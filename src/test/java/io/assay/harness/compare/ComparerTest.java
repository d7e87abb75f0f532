package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import io.assay.harness.stats.Verdict;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two results of anybody's benchmarks")
class ComparerTest {
    private static final String FOO = "org.example.FooBenchmark.foo";
    private static final String BAR = "org.example.FooBenchmark.bar";

    private static Comparison compare(JmhFile base, JmhFile head) {
        return Comparer.of(base.side("base.json"), head.side("head.json"), Options.defaults());
    }

    private static ComparedRow only(Comparison comparison) {
        assertEquals(1, comparison.rows().size(), comparison.rows()::toString);
        return comparison.rows().get(0);
    }

    @ParameterizedTest
    @DisplayName("Slower is slower: more time, or fewer operations")
    @CsvSource({
        "avgt, ns/op, 110, SLOWER",
        "avgt, ns/op, 91, FASTER",
        "avgt, ns/op, 100, SAME",
        "sample, us/op, 110, SLOWER",
        "ss, ms/op, 110, SLOWER",
        "thrpt, ops/s, 91, SLOWER",
        "thrpt, ops/us, 110, FASTER",
        "thrpt, ops/ms, 100, SAME"
    })
    void direction(String mode, String unit, double head, Verdict verdict) {
        ComparedRow row =
                only(compare(new JmhFile(1).row(FOO, mode, unit, 100), new JmhFile(2).row(FOO, mode, unit, head)));
        assertEquals(verdict, row.verdict());
        double cost = mode.equals("thrpt") ? 100 / head : head / 100;
        assertEquals(cost, row.change().ratio().value(), 0.01);
        assertEquals(100, row.base(), 1);
        assertEquals(head, row.head(), 1);
        assertEquals(unit, row.unit());
    }

    @ParameterizedTest
    @DisplayName("Another unit of the same thing is converted into the base's")
    @CsvSource({
        "avgt, ns/op, 1500, us/op, 1.5",
        "avgt, us/op, 1.5, ns/op, 1500",
        "ss, ms/op, 2, s/op, 0.002",
        "ss, ms, 2, ms/op, 2",
        "avgt, min/op, 1, s/op, 60",
        "thrpt, ops/s, 2000000, ops/us, 2",
        "thrpt, ops/min, 120, ops/s, 2"
    })
    void units(String mode, String unit, double base, String other, double head) {
        ComparedRow row =
                only(compare(new JmhFile(1).row(FOO, mode, unit, base), new JmhFile(2).row(FOO, mode, other, head)));
        assertEquals(Verdict.SAME, row.verdict());
        assertEquals(unit, row.unit());
        assertEquals(base, row.head(), 0.01 * base);
    }

    @Test
    @DisplayName("What is no unit of the same thing is refused, and the rest goes on")
    void foreignUnits() {
        Comparison comparison = compare(
                new JmhFile(1).time(FOO, 100).row(BAR, "avgt", "ns/op", 5),
                new JmhFile(2).time(FOO, 100).row(BAR, "avgt", "apples", 5));
        ComparedRow refused = comparison.rows().get(1);
        assertEquals(Verdict.UNUSABLE, refused.verdict());
        assertTrue(refused.warnings().toString().contains("UNITS: ns/op and apples"), refused::toString);
        assertTrue(Double.isNaN(refused.head()), "apples are no ns/op");
        assertEquals(Verdict.SAME, comparison.rows().get(0).verdict());
    }

    @Test
    void orderOfParametersDoesNotMatter() {
        assertEquals(
                Verdict.SAME,
                only(compare(
                                new JmhFile(1).time(FOO, 100, "a", "1", "b", "2"),
                                new JmhFile(2).time(FOO, 100, "b", "2", "a", "1")))
                        .verdict());
    }

    @Test
    @DisplayName("Rows of one side alone are listed with what may have become of them")
    void unmatched() {
        Comparison comparison = compare(
                new JmhFile(1)
                        .time(FOO, 1)
                        .time(BAR, 1, "n", "1")
                        .row("b.Mode.m", "avgt", "ns/op", 1)
                        .time("b.Threads.t", 1)
                        .time("b.Gone.g", 1),
                new JmhFile(2)
                        .time(FOO, 1)
                        .time(BAR, 1, "n", "1", "jdk", "17")
                        .row("b.Mode.m", "thrpt", "ops/ns", 1)
                        .time("b.Threads.t", 1)
                        .with("threads", 4));
        assertEquals(1, comparison.rows().size());
        assertEquals(
                List.of(
                        "base " + BAR + ": the other side has a parameter more, jdk=17",
                        "base b.Mode.m: modes differ: avgt here, thrpt on the other side",
                        "base b.Threads.t: threads differ: 1 here, 4 on the other side",
                        "base b.Gone.g: ",
                        "head " + BAR + ": the other side has no parameter jdk",
                        "head b.Mode.m: modes differ: thrpt here, avgt on the other side",
                        "head b.Threads.t: threads differ: 4 here, 1 on the other side"),
                comparison.unmatched().stream()
                        .map(row -> row.side() + " " + row.key().benchmark() + ": " + row.reason())
                        .toList());
    }

    @Test
    @DisplayName("A gate that compared nothing is not green")
    void nothingInCommon() {
        String message = assertThrows(
                        UserError.class,
                        () -> compare(new JmhFile(1).time(FOO, 1), new JmhFile(2).row(FOO, "thrpt", "ops/s", 1)))
                .getMessage();
        assertTrue(message.contains("no row in common (modes differ: avgt here, thrpt"), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void rowsThatStandTwiceLendTheirForks() {
        ComparedRow row =
                only(compare(new JmhFile(1).forks(3).time(FOO, 100).time(FOO, 100), new JmhFile(2).time(FOO, 100)));
        assertEquals(6, row.baseForks());
        assertEquals(5, row.forks());
        assertTrue(row.warnings().get(0).startsWith("DUPLICATE: base has this row 2 times"), row::toString);
    }

    @Test
    void rowsThatStandTwiceUnderOtherFlagsAreRefused() {
        Comparison comparison = compare(
                new JmhFile(1).time(BAR, 1).time(FOO, 100).time(FOO, 200).with("jvmArgs", List.of("-XX:+UseSerialGC")),
                new JmhFile(2).time(BAR, 1).time(FOO, 100));
        assertEquals(Verdict.UNUSABLE, comparison.rows().get(1).verdict());
    }

    @Test
    @DisplayName("One row without figures does not spoil the others")
    void notANumber() {
        Comparison comparison = compare(
                new JmhFile(1).time(FOO, 1).time(BAR, 1),
                new JmhFile(2)
                        .time(FOO, 1)
                        .raw("NaN", List.of(List.of(1.0, "NaN")))
                        .time(BAR, 1));
        ComparedRow bad = comparison.rows().get(0);
        assertEquals(Verdict.UNUSABLE, bad.verdict());
        assertTrue(bad.warnings().get(0).contains("head: fork 1, iteration 2 measured NaN ns/op"), bad::toString);
        assertTrue(comparison.rows().get(1).verdict() != Verdict.UNUSABLE);
        assertFalse(comparison.failed());
    }

    @Test
    void noRowWithFigures() {
        String message = assertThrows(
                        UserError.class,
                        () -> compare(new JmhFile(1).time(FOO, 1).raw("NaN", List.of()), new JmhFile(2).time(FOO, 1)))
                .getMessage();
        assertTrue(message.contains("base.json") && message.contains("the score is NaN"), message);
    }

    @Test
    void zeroOperationsAreNoCost() {
        Comparison comparison = compare(
                new JmhFile(1).time(BAR, 1).row(FOO, "thrpt", "ops/s", 1),
                new JmhFile(2)
                        .time(BAR, 1)
                        .row(FOO, "thrpt", "ops/s", 1)
                        .raw(0.5, List.of(List.of(0.0, 1.0), List.of(1.0, 1.0))));
        assertEquals(Verdict.UNUSABLE, comparison.rows().get(1).verdict());
    }

    @Test
    @DisplayName("A score without raw data is one fork: nothing can be told")
    void noRawData() {
        ComparedRow row = only(compare(
                new JmhFile(1).time(FOO, 1).raw(1.0, null),
                new JmhFile(2).time(FOO, 1).raw(2.0, null)));
        assertEquals(Verdict.CANNOT_TELL, row.verdict());
        assertEquals(1, row.forks());
        assertTrue(row.warnings().stream().anyMatch(w -> w.startsWith("SINGLE_SHOT")), row::toString);
        assertTrue(row.warnings().stream().anyMatch(w -> w.startsWith("TOO_FEW_FORKS")), row::toString);
    }

    @Test
    @DisplayName("Bytes are rows of their own: a byte more in every fork is a change")
    void allocation() {
        Comparison comparison = compare(
                new JmhFile(1).time(FOO, 100).metric("\u00b7gc.alloc.rate.norm", "B/op", 48, 48.001, 48, 48, 48),
                new JmhFile(2).time(FOO, 100).metric("gc.alloc.rate.norm", "B/op", 56, 56, 56.001, 56, 56));
        ComparedRow bytes = comparison.rows().get(1);
        assertEquals("gc.alloc.rate.norm", bytes.metric());
        assertEquals("B/op", bytes.unit());
        assertEquals(Verdict.SLOWER, bytes.verdict());
        assertEquals(48, bytes.base());
        assertEquals(56, bytes.head());
        assertEquals(Verdict.SAME, comparison.rows().get(0).verdict());
        assertTrue(comparison.failed(), "allocation gates");
    }

    @Test
    void footprintIsAForksGreatest() {
        double mib = 1 << 20;
        Comparison comparison = compare(
                new JmhFile(1).time(FOO, 100).metric("mem.peak", "bytes", 80 * mib, 80 * mib, 80 * mib),
                new JmhFile(2).time(FOO, 100).metric("mem.peak", "bytes", 99 * mib, 99 * mib, 99 * mib));
        assertEquals(Verdict.SLOWER, comparison.rows().get(1).verdict());
    }

    @Test
    @DisplayName("CPU time is told, and gates only where the file has a threshold for it")
    void cpuTime() {
        JmhFile base = new JmhFile(1).time(FOO, 100).metric("cpu.time", "ns/op", 100, 101, 100.5, 100.2, 99.9);
        JmhFile head = new JmhFile(2).time(FOO, 100).metric("cpu.time", "ns/op", 200, 201, 200.5, 200.2, 199);
        Comparison told = compare(base, head);
        assertEquals(Verdict.SLOWER, told.rows().get(1).verdict());
        assertFalse(told.failed());
        Options gating = new Options(
                java.util.OptionalDouble.empty(),
                List.of(),
                GateFile.parse("g", "threshold[cpu.time] = 5%"),
                false,
                Options.defaults().clock());
        assertTrue(Comparer.of(base.side("b"), head.side("h"), gating).failed());
    }

    @Test
    @DisplayName("Latencies are told, less is better whatever the mode, and gate only where the file has a threshold")
    void latencies() {
        JmhFile base = new JmhFile(1)
                .row(FOO, "thrpt", "ops/ms", 100)
                .metric("lat.p50", "ns", 200, 201, 200.5, 200.2, 199)
                .metric("lat.p99.9", "ns", 100, 101, 100.5, 100.2, 99.9);
        JmhFile head = new JmhFile(2)
                .row(FOO, "thrpt", "ops/ms", 100)
                .metric("lat.p50", "ns", 100, 101, 100.5, 100.2, 99.9)
                .metric("lat.p99.9", "ns", 200, 201, 200.5, 200.2, 199);
        Comparison told = compare(base, head);
        assertEquals(
                List.of("score", "lat.p50", "lat.p99.9"),
                told.rows().stream().map(ComparedRow::metric).toList());
        assertEquals(Verdict.FASTER, told.rows().get(1).verdict());
        assertEquals(Verdict.SLOWER, told.rows().get(2).verdict());
        assertFalse(told.failed());
        Options gating = new Options(
                java.util.OptionalDouble.empty(),
                List.of(),
                GateFile.parse("g", "threshold[lat.p99.9] = 5%"),
                false,
                Options.defaults().clock());
        assertTrue(Comparer.of(base.side("b"), head.side("h"), gating).failed());
    }

    @Test
    void scoresOfAGroupsMethodsAreNamedAndNotCompared() {
        Comparison comparison = compare(
                new JmhFile(1).time(FOO, 100).metric("get", "ns/op", 1).metric("gc.count", "counts", 3),
                new JmhFile(2).time(FOO, 100).metric("get", "ns/op", 9));
        only(comparison);
        assertEquals(List.of("NOT_COMPARED: scores of a group's methods or of counters: get"), comparison.warnings());
    }

    @Test
    @DisplayName("Other conditions are told first, by what differs and for how many rows")
    void conditions() {
        Comparison comparison = compare(
                new JmhFile(1).time(FOO, 1).time(BAR, 1),
                new JmhFile(2)
                        .time(FOO, 1)
                        .with("jdkVersion", "21.0.2")
                        .with("jvmArgs", List.of("-Xmx2g", "-XX:+UseZGC"))
                        .with("jmhVersion", "1.36")
                        .with("warmupIterations", 1)
                        .time(BAR, 1));
        assertEquals(
                List.of(
                        "JDK: 17.0.1, 21.0.2 (1 of 2 rows)",
                        "FLAGS: base -Xmx1g, head -Xmx2g -XX:+UseZGC (1 of 2 rows)",
                        "jmhVersion: 1.37, 1.36 (1 of 2 rows)",
                        "warmupIterations: 5, 1 (1 of 2 rows)"),
                comparison.notices());
        assertTrue(comparison.rows().get(0).warnings().contains("CONDITIONS: another JDK or other flags"));
        assertTrue(compare(new JmhFile(1).time(FOO, 1), new JmhFile(2).time(FOO, 1))
                .notices()
                .isEmpty());
    }

    @Test
    void theSmallestVisibleChangeAndTheForksForFivePercentAreTold() {
        ComparedRow row = only(compare(new JmhFile(1).time(FOO, 100), new JmhFile(2).time(FOO, 100)));
        assertTrue(row.change().smallestVisible() > 0 && row.change().smallestVisible() < 0.5, row::toString);
        assertTrue(row.change().forksForFivePercent() > 1, row::toString);
    }
}
