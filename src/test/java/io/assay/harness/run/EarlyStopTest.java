package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.Units;
import io.assay.harness.run.planted.PacedBenchmark;
import io.assay.harness.stats.ForkPrecision;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.StoppingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Real forks end when the rule says so")
@ExtendWith(LeanClassPath.class)
class EarlyStopTest {
    /** Bytes: JMH takes 7 KB itself; our own profilers, counted in, would add 34 KB and the stopping rule's sums. */
    private static final double MUCH_FOR_JMH = 24 << 10;

    @TempDir
    private Path temp;

    private Path marks;

    private final List<List<Double>> heard = new ArrayList<>();

    private final Progress listening = new Progress() {
        @Override
        public void fork(int done, int total, String what, Duration left) {
            heard.add(Collections.synchronizedList(new ArrayList<>()));
        }

        @Override
        public void iteration(double score, String unit) {
            heard.get(heard.size() - 1).add(score);
        }
    };

    @BeforeEach
    void makeFolder() throws IOException {
        marks = Files.createDirectory(temp.resolve("marks"));
    }

    private RunFolder run(Preset preset, OptionalInt forks, Optional<Duration> budget, String pace, boolean fixed) {
        RunRequest planted = PlantedRun.request(
                "Paced",
                preset.settings(),
                Map.of("pace", List.of(pace)),
                List.of("-D" + PacedBenchmark.MARK + "=" + marks));
        RunRequest.Overrides given = new RunRequest.Overrides(
                forks, OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), budget);
        RunRequest request = new RunRequest(
                planted.patterns(),
                preset,
                given,
                planted.params(),
                planted.profiles(),
                planted.jdks(),
                planted.seed(),
                fixed);
        // Without the harness's floor, which would be measured too.
        Catalog catalog = Catalog.of(Catalog.onClassPath().all());
        try (Interruption interruption = new Interruption()) {
            return new RunExecutor(catalog, listening).run(request, temp.resolve("run"), interruption);
        }
    }

    private static List<Map<String, Object>> forks(RunFolder folder) {
        return folder.cells().forks().stream()
                .filter(fork -> Integer.valueOf(0).equals(fork.get("cell")))
                .toList();
    }

    private static int number(Map<String, Object> fork, String name) {
        return ((Number) fork.get(name)).intValue();
    }

    private static Row row(RunFolder folder) {
        return folder.rows().stream()
                .filter(r -> r.key().benchmark().contains("Paced"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rule(RunFolder folder) {
        return (Map<String, Object>) folder.cells().run().get("stoppingRule");
    }

    private long tornDown() throws IOException {
        try (Stream<Path> files = Files.list(marks)) {
            return files.count();
        }
    }

    /**
     * The budget only makes the test short: five forks of a third of the standard times. How calm the row is depends on
     * the machine; what was run must be what the rule says of the scores that were heard, but for what a busy one has no
     * time for, and says so.
     */
    @Test
    void forksAndRowsEndWhereTheRuleSaysSo() throws IOException {
        RunFolder folder =
                run(Preset.STANDARD, OptionalInt.empty(), Optional.of(Duration.ofSeconds(24)), "STEADY", false);
        Map<String, Object> facts = folder.cells().run();
        assertEquals(5, facts.get("forksPerCell"), "the budget holds all forks");
        StoppingRule rule = StoppingRule.within(number(facts, "warmupIterations"), number(facts, "iterations"));
        List<Map<String, Object>> forks = forks(folder);
        double[][] raw = row(folder).primary().raw();
        assertEquals(forks.size(), raw.length);
        for (int i = 0; i < raw.length; i++) {
            assertEquals(raw[i].length, number(forks.get(i), "iterations"), "the log tells what the result holds");
            endedByTheRule(rule, heard.get(i), number(forks.get(i), "warmupIterations"), raw[i]);
        }
        boolean cut = isTold(folder, "BUDGET");
        for (int count = ForkPrecision.LEAST_FORKS; count < 5 && count <= raw.length; count++) {
            List<Sample> seen = List.of(new Sample(Arrays.copyOf(raw, count)));
            double precision = Preset.STANDARD.precision().orElseThrow();
            boolean last = count == raw.length && !cut;
            assertEquals(last, ForkPrecision.enough(seen, precision)[0], count + " forks");
        }
        // One more is torn down by the fork that weighs the live heap.
        assertEquals(
                forks.size() + (isTold(folder, "NO_LIVE_HEAP") ? 0 : 1),
                tornDown(),
                "each fork knew its last iteration");
        assertEquals(cut ? 0 : 5 - forks.size(), number(rule(folder), "forksSpared"));
        assertTrue(Savings.line(facts).isPresent());
        assertTrue(
                bytesAnIteration(folder) < MUCH_FOR_JMH,
                () -> "an iteration of what allocates nothing took " + bytesAnIteration(folder) + " B");
    }

    /** Median. */
    private static double bytesAnIteration(RunFolder folder) {
        Row row = row(folder);
        double[] scores = iterations(row.primary());
        double[] bytes = iterations(row.secondary().get("gc.alloc.rate.norm"));
        long nanos = number(forks(folder).get(0), "iterationMillis") * 1_000_000L;
        double[] each = IntStream.range(0, scores.length)
                .mapToDouble(i -> bytes[i]
                        * nanos
                        / Units.nanosPerOperation(scores[i], row.primary().unit())
                                .orElseThrow())
                .sorted()
                .toArray();
        return each[each.length / 2];
    }

    private static double[] iterations(Metric metric) {
        return Arrays.stream(metric.raw()).flatMapToDouble(Arrays::stream).toArray();
    }

    private static boolean isTold(RunFolder folder, String kind) {
        return folder.cells().warnings().stream()
                .anyMatch(warning -> warning.kind().equals(kind));
    }

    private static void endedByTheRule(StoppingRule rule, List<Double> heard, int warmUps, double[] measured) {
        double[] warmUp =
                heard.stream().limit(warmUps).mapToDouble(Double::doubleValue).toArray();
        assertEquals(warmUps + measured.length, heard.size());
        for (int n = 0; n < warmUps; n++) {
            assertEquals(StoppingRule.Decision.WARM_UP, rule.decide(Arrays.copyOf(warmUp, n), new double[0]));
        }
        for (int n = 1; n < measured.length - 1; n++) {
            assertEquals(StoppingRule.Decision.MEASURE, rule.decide(warmUp, Arrays.copyOf(measured, n)));
        }
        // A busy machine makes iterations longer; the caps in time leave at least the uncut counts.
        assertTrue(warmUps >= Preset.STANDARD.settings().warmupIterations()
                || rule.decide(warmUp, new double[0]) == StoppingRule.Decision.MEASURE);
        double[] beforeTheLast = Arrays.copyOf(measured, measured.length - 1);
        assertTrue(measured.length >= Preset.STANDARD.settings().iterations()
                || rule.decide(warmUp, beforeTheLast) == StoppingRule.Decision.STOP);
    }

    @Test
    void countsInTheResultAreThoseThatRan() throws IOException {
        RunFolder folder = run(Preset.QUICK, OptionalInt.of(1), Optional.empty(), "RESTLESS", false);
        CellsFile cells = folder.cells();
        Map<String, Object> fork = forks(folder).get(0);
        String json = Files.readString(folder.path().resolve(RunFolder.RESULT));
        int warmUps = number(fork, "warmupIterations");
        double[] warmUp = heard.get(0).stream()
                .limit(warmUps)
                .mapToDouble(Double::doubleValue)
                .toArray();
        StoppingRule.Decision notYet = StoppingRule.within(12, 10).decide(warmUp, new double[0]);
        assertAll(
                () -> assertTrue(warmUps == 12 || notYet == StoppingRule.Decision.WARM_UP, () -> "to a cap: " + fork),
                () -> assertTrue(number(fork, "iterations") >= 5, () -> "as many as uncut at least: " + fork),
                () -> assertEquals(75, number(fork, "iterationMillis")),
                () -> assertTrue(json.contains("\"warmupIterations\" : " + fork.get("warmupIterations")), json),
                () -> assertTrue(json.contains("\"measurementIterations\" : " + fork.get("iterations")), json),
                () -> assertEquals(0, ((Number) rule(folder).get("forksSpared")).intValue()));
    }

    @Test
    void fixedRunsEverything() throws IOException {
        RunFolder folder = run(Preset.QUICK, OptionalInt.of(1), Optional.of(Duration.ofSeconds(3)), "STEADY", true);
        Map<String, Object> fork = forks(folder).get(0);
        assertEquals(Preset.QUICK.settings().warmupIterations(), number(fork, "warmupIterations"));
        assertEquals(Preset.QUICK.settings().iterations(), number(fork, "iterations"));
        assertEquals("--fixed", rule(folder).get("why"));
        assertFalse(Savings.line(folder.cells().run()).isPresent());
    }
}
