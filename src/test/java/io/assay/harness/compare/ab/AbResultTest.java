package io.assay.harness.compare.ab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.GateFile;
import io.assay.harness.compare.Options;
import io.assay.harness.report.ComparisonJson;
import io.assay.harness.report.ComparisonMarkdown;
import io.assay.harness.report.ComparisonText;
import io.assay.harness.result.Metric;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Profiles;
import io.assay.harness.run.Settings;
import io.assay.harness.run.host.HostRow;
import io.assay.harness.run.version.Version;
import io.assay.harness.stats.Change;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** What is said of blocks that were measured; nothing is forked. */
class AbResultTest {
    private static final double ALPHA = 0.01;
    private static final Clock MARCH = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int ENOUGH = 30;

    private final List<Trial> trials = new ArrayList<>();
    private final List<ComparedRow> metrics = new ArrayList<>();

    private static Options gate(String file) {
        return new Options(OptionalDouble.empty(), List.of(), GateFile.parse("gate", file), false, MARCH);
    }

    private static Version version(String name) {
        return new Version(name, Path.of(name), name, name);
    }

    private Comparison compare(String file, boolean control) {
        return compare(gate(file), control);
    }

    private Comparison compare(Options gate, boolean control) {
        AbRequest request = new AbRequest(
                version("old.jar"),
                version("new.jar"),
                new AbRequest.Rows(List.of(), false, false, Map.of()),
                new Settings(ENOUGH, 1, Duration.ofMillis(10), 3, Duration.ofMillis(10)),
                true,
                new Launch(
                        new Profiles(Path.of("")).load(Profiles.DEFAULT),
                        Jdks.resolve(System.getProperty("java.home")),
                        "17"),
                Duration.ofMinutes(1),
                gate,
                control,
                1);
        Map<RowKey, HostRow> rows = new LinkedHashMap<>();
        trials.forEach(trial -> rows.put(trial.key(), trial.row()));
        RowChoice choice = new RowChoice(rows, List.of(), List.of());
        return new AbResult(request, choice, trials, ALPHA, Duration.ofSeconds(9), false, Map.of()).comparison(metrics);
    }

    /** A row whose forks vary by 1%; head and control cost so many times base. */
    private Trial measured(String name, int blocks, double head, double control, double threshold) {
        HostRow row = new HostRow("a.B." + name, "avgt", Map.of(), 256, 1, List.of(), false, "");
        RowKey key = new RowKey(row.benchmark(), "avgt", Map.of());
        Trial trial = new Trial(key, row, new WarmUp(1, 1), ALPHA, threshold);
        for (int i = 0; i < blocks; i++) {
            double wobble = i % 2 == 0 ? 1.01 : 1;
            Map<Arm, Metric> block = Map.of(
                    Arm.BASE, time(100 * (i % 3 == 0 ? 1.01 : 1)),
                    Arm.HEAD, time(100 * wobble * head),
                    Arm.CONTROL, time(100 * wobble * control));
            trial.add(new Block(List.of(Arm.BASE, Arm.HEAD, Arm.CONTROL), 1, block, Instant.EPOCH, 1));
        }
        trials.add(trial);
        return trial;
    }

    private static Metric time(double nanos) {
        return new Metric(nanos, 0, "ns/op", new double[][] {{nanos}});
    }

    private static ComparedRow row(Comparison comparison, String name) {
        return comparison.rows().stream()
                .filter(row -> row.role() != ComparedRow.Role.CONTROL && row.isScore())
                .filter(row -> row.key().benchmark().equals("a.B." + name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.2, 0.8})
    @DisplayName("A control that moved, either way, takes every score's verdict, and says so first and loudly")
    void controlMoved(double control) {
        measured("slow", ENOUGH, 1.3, 1, 0.03);
        measured("noisy", ENOUGH, 1, control, 0.03);
        Comparison comparison = compare("", true);
        assertEquals(Verdict.CANNOT_TELL, row(comparison, "slow").verdict());
        assertEquals(Verdict.CANNOT_TELL, row(comparison, "noisy").verdict());
        assertFalse(comparison.failed(), "a machine that moves must not fail the code");
        String warning = comparison.warnings().get(0);
        assertTrue(warning.startsWith("CONTROL_MOVED: ") && warning.contains("B.noisy measured "), warning);
        ComparedRow shown = comparison.rows().get(3);
        assertEquals(control > 1 ? Verdict.SLOWER : Verdict.FASTER, shown.verdict(), "the control itself is shown");
        assertEquals(ComparedRow.Role.CONTROL, shown.role());
        assertTrue(ComparisonText.of(comparison).contains("! CONTROL_MOVED"), ComparisonText.of(comparison));
    }

    @Test
    @DisplayName("A control that moved counts though a fork of its row failed later")
    void controlMovedThenFailed() {
        measured("noisy", ENOUGH, 1, 1.2, 0.03).fail(Arm.HEAD, "planted");
        measured("slow", ENOUGH, 1.3, 1, 0.03);
        Comparison comparison = compare("", true);
        assertEquals(Verdict.CANNOT_TELL, row(comparison, "slow").verdict());
        assertEquals(Verdict.UNUSABLE, row(comparison, "noisy").verdict());
    }

    @Test
    @DisplayName("A control that stood still leaves the verdicts alone")
    void controlStill() {
        measured("slow", ENOUGH, 1.3, 1, 0.03);
        Comparison comparison = compare("", true);
        assertEquals(Verdict.SLOWER, row(comparison, "slow").verdict());
        assertTrue(comparison.failed());
        assertFalse(comparison.warnings().toString().contains("CONTROL_MOVED"));
    }

    @Test
    @DisplayName("The gate's file: accepted until its day and up to its ceiling, and lines that do nothing are named")
    void accepted() {
        measured("slow", ENOUGH, 1.1, 1, 0.03);
        Comparison accepted = compare("accept.B.slow = until 2027-03-01 up to 15%: known", false);
        assertFalse(accepted.failed());
        assertEquals(ComparedRow.Role.ACCEPTED, row(accepted, "slow").role());
        assertEquals(Verdict.SLOWER, row(accepted, "slow").verdict());
        assertTrue(
                accepted.gate().get(0).startsWith("ACCEPTED: B.slow"),
                accepted.gate().toString());
        assertTrue(compare("accept.B.slow = until 2027-02-28: known", false).failed(), "expired");
        assertTrue(
                compare("accept.B.slow = until 2027-03-01 up to 5%: known", false)
                        .failed(),
                "beyond the ceiling");
        Comparison other = compare("accept.B.other = until 2027-03-01: known", false);
        assertTrue(other.failed());
        assertTrue(other.warnings().toString().contains("GATE: gate:1: accept.B.other matches no row"));
    }

    @Test
    @DisplayName("A row keeps the threshold that it was measured with")
    void threshold() {
        measured("lenient", ENOUGH, 1.1, 1, 0.3);
        measured("strict", ENOUGH, 1.1, 1, 0.05);
        Comparison comparison = compare("", false);
        assertEquals(Verdict.SAME, row(comparison, "lenient").verdict());
        assertEquals(0.3, row(comparison, "lenient").threshold());
        assertEquals(Verdict.SLOWER, row(comparison, "strict").verdict());
        assertTrue(
                comparison.gate().get(0).endsWith("threshold 5%"),
                comparison.gate().toString());
    }

    @Test
    @DisplayName("Other metrics fail the gate beside the scores, and are accepted by their own lines")
    void metrics() {
        RowKey key = measured("calm", ENOUGH, 1, 1, 0.03).key();
        Ratio ratio = new Ratio(2, 2, 2, 0.999, 5, 5, "exact");
        metrics.add(new ComparedRow(
                key,
                "gc.alloc.rate.norm",
                "B/op",
                16,
                32,
                new Change(ratio, Verdict.SLOWER, 0.1, 2, List.of()),
                0.001,
                5,
                5,
                ComparedRow.Role.GATING,
                List.of()));
        assertTrue(
                compare("accept.calm = until 2027-03-01: a score's line", false).failed());
        Comparison accepted = compare("accept[gc.alloc.rate.norm].calm = until 2027-03-01: known", false);
        assertFalse(accepted.failed());
        assertTrue(accepted.gate().toString().contains("ACCEPTED: B.calm gc.alloc.rate.norm"));
    }

    @Test
    @DisplayName("A row that could not be measured fails in every format, whatever is accepted")
    void failed() {
        measured("fine", ENOUGH, 1, 1, 0.03);
        measured("broken", 0, 1, 1, 0.03).fail(Arm.HEAD, "planted");
        Comparison comparison = compare("accept.broken = until 2027-03-01: known", false);
        assertTrue(comparison.failed());
        ComparedRow broken = row(comparison, "broken");
        assertEquals(Verdict.UNUSABLE, broken.verdict());
        assertTrue(broken.warnings().contains("HEAD_FAILED: planted"), broken.toString());
        String text = ComparisonText.of(comparison);
        assertTrue(text.contains("FAILED: B.broken could not be measured\n"), text);
        assertTrue(text.endsWith("verdict: FAILED\n"), text);
        assertTrue(ComparisonMarkdown.of(comparison).startsWith("## Benchmarks: FAILED"));
    }

    @Test
    @DisplayName("JSON holds finite numbers or null, whatever is not known")
    void json() throws IOException {
        measured("none", 0, 1, 1, 0.03);
        measured("few", 2, 1.5, 1, 0.03);
        measured("enough", ENOUGH, 1.5, 1, 0.03);
        Map<String, Object> json = JSON.std.mapFrom(ComparisonJson.of(compare("", true)));
        List<?> rows = (List<?>) json.get("rows");
        assertEquals(6, rows.size());
        for (Object each : rows) {
            Map<?, ?> row = (Map<?, ?>) each;
            for (String name : List.of("base", "head", "ratio", "low", "high", "smallestVisible")) {
                assertTrue(row.containsKey(name), row.toString());
                assertTrue(row.get(name) == null || Double.isFinite(((Number) row.get(name)).doubleValue()), name);
            }
        }
        Map<?, ?> few = (Map<?, ?>) rows.get(1);
        assertEquals("cannot tell", few.get("verdict"));
        assertEquals(null, few.get("low"));
        assertEquals("slower", ((Map<?, ?>) rows.get(2)).get("verdict"));
    }
}
