package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import io.assay.harness.stats.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The machine moved, not the code")
class DriftTest {
    private static final String MATCH = "io.example.RouterBenchmark.match";

    /** Ours on two workloads, one of which the code made slower, and peers on both. */
    private static JmhFile suite(long seed, double machine, double regression) {
        JmhFile file = new JmhFile(seed);
        for (String workload : List.of("HIT", "MISS")) {
            double code = workload.equals("HIT") ? regression : 1;
            file.time(MATCH, 100 * machine * code, "workload", workload, "implementation", "ASSAY_LAX");
            for (String other : List.of("BOUND_MAP", "NETTY", "JETTY", "SPRING", "JOOBY")) {
                file.time(MATCH, 250 * machine, "workload", workload, "implementation", other);
            }
        }
        return file;
    }

    private static Comparison compare(JmhFile base, JmhFile head, String... controls) {
        Options options = new Options(
                OptionalDouble.empty(),
                List.of(controls).stream().map(Pattern::compile).toList(),
                GateFile.EMPTY,
                false,
                Options.defaults().clock());
        return Comparer.of(base.side("b"), head.side("h"), options);
    }

    private static ComparedRow ours(Comparison comparison, String workload) {
        return comparison.rows().stream()
                .filter(row -> row.name().contains("ASSAY") && row.name().contains(workload))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("A shift that the control group shows is taken out of our rows, and reported")
    void shiftOfTheControls() {
        Comparison comparison = compare(suite(1, 1, 1), suite(2, 1.2, 1.1));
        assertTrue(comparison.shiftRemoved());
        assertEquals(1.2, comparison.shift().orElseThrow().value(), 0.01);
        assertEquals(10, comparison.shift().orElseThrow().rows());
        assertEquals(Verdict.SLOWER, ours(comparison, "HIT").verdict());
        assertEquals(1.1, ours(comparison, "HIT").change().ratio().value(), 0.01);
        assertEquals(Verdict.SAME, ours(comparison, "MISS").verdict());
        assertEquals(120, ours(comparison, "MISS").head(), 2, "what was measured stays");
        assertTrue(comparison.warnings().get(0).startsWith("MACHINE_MOVED"), comparison.warnings()::toString);
    }

    @Test
    @DisplayName("A machine that became faster does not hide a regression")
    void fasterMachine() {
        Comparison comparison = compare(suite(1, 1.2, 1), suite(2, 1, 1.1));
        assertEquals(Verdict.SLOWER, ours(comparison, "HIT").verdict());
        assertTrue(comparison.failed());
    }

    @Test
    void whatBecameFasterBeyondTheShiftIsFaster() {
        Comparison comparison = compare(suite(1, 1, 1), suite(2, 1.2, 0.9));
        assertTrue(comparison.shiftRemoved());
        assertEquals(Verdict.FASTER, ours(comparison, "HIT").verdict());
        assertEquals(0.9, ours(comparison, "HIT").change().ratio().value(), 0.01);
    }

    @Test
    void controlsShowTheShiftAndDoNotGate() {
        Comparison comparison = compare(suite(1, 1, 1), suite(2, 1.2, 1));
        List<ComparedRow> controls = comparison.rows().stream()
                .filter(row -> row.role() == ComparedRow.Role.CONTROL)
                .toList();
        assertEquals(10, controls.size());
        assertTrue(controls.stream().allMatch(row -> row.verdict() == Verdict.SLOWER));
        assertTrue(controls.get(0).warnings().get(0).startsWith("CONTROL"));
        assertEquals(0, comparison.count(Verdict.SLOWER), "controls are counted apart");
        assertFalse(comparison.failed());
    }

    @Test
    void noShiftNothingIsTakenOut() {
        Comparison still = compare(suite(1, 1, 1), suite(2, 1, 1.1));
        assertFalse(still.shiftRemoved());
        assertEquals(10, still.shift().orElseThrow().rows());
        assertEquals(List.of(), still.warnings());
    }

    @Test
    @DisplayName("What is not known of the shift widens the interval")
    void wider() {
        Comparison still = compare(suite(1, 1, 1), suite(2, 1, 1.1));
        Comparison moved = compare(suite(1, 1, 1), suite(2, 1.2, 1.1));
        double before = width(ours(still, "HIT"));
        double after = width(ours(moved, "HIT"));
        assertTrue(after > before, before + " then " + after);
        assertTrue(ours(moved, "HIT").change().ratio().method().contains("control group"));
    }

    private static double width(ComparedRow row) {
        return Math.log(row.change().ratio().high() / row.change().ratio().low());
    }

    @Test
    @DisplayName("Peers on another JDK are no controls: the JDK may have moved them")
    void anotherJdk() {
        JmhFile head = new JmhFile(2);
        for (String other : List.of("ASSAY", "A", "B", "C", "D", "E", "F", "G")) {
            head.time(MATCH, 120, "implementation", other).with("jdkVersion", "21");
        }
        JmhFile base = new JmhFile(1);
        for (String other : List.of("ASSAY", "A", "B", "C", "D", "E", "F", "G")) {
            base.time(MATCH, 100, "implementation", other);
        }
        Comparison comparison = compare(base, head);
        assertEquals(Optional.empty(), comparison.shift());
        assertEquals(Verdict.SLOWER, comparison.rows().get(0).verdict());
    }

    @Test
    @DisplayName("Anybody's files have no controls: a shift of all rows is told and never taken out")
    void suiteWideShift() {
        JmhFile base = new JmhFile(1);
        JmhFile head = new JmhFile(2);
        for (int i = 0; i < 8; i++) {
            base.time("b.Foo.m" + i, 100);
            head.time("b.Foo.m" + i, 110);
        }
        Comparison comparison = compare(base, head);
        assertEquals(8, comparison.count(Verdict.SLOWER));
        assertTrue(comparison.warnings().get(0).startsWith("SUITE_SHIFT: the cost of all 8 rows became 1."));
        Comparison named = compare(base, head, "Foo\\.m[1-7]");
        assertEquals(Verdict.SAME, named.rows().get(0).verdict(), "rows that the user names are controls");
        assertEquals(1, named.count(Verdict.SAME));
    }

    @Test
    void aShiftOfAllRowsBelowOnePercentIsNotWorthTelling() {
        for (double factor : new double[] {1.005, 0.995, 1.015, 0.985}) {
            JmhFile base = new JmhFile(1).scatter(0.0002);
            JmhFile head = new JmhFile(2).scatter(0.0002);
            for (int i = 0; i < 8; i++) {
                base.time("b.Foo.m" + i, 100);
                head.time("b.Foo.m" + i, 100 * factor);
            }
            boolean told = Math.abs(factor - 1) > 0.01;
            assertEquals(told ? 1 : 0, compare(base, head).warnings().size(), () -> "times " + factor);
        }
    }

    @Test
    void controlsThatAreNoRowsAreRefused() {
        UserError error = assertThrows(UserError.class, () -> compare(suite(1, 1, 1), suite(2, 1, 1), "Nothing"));
        assertTrue(error.getMessage().startsWith("--control Nothing: no row"), error.getMessage());
    }
}
