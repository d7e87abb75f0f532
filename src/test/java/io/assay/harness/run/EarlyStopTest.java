package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import io.assay.harness.run.planted.PacedBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Real forks end when the rule says so")
class EarlyStopTest {
    @TempDir
    private Path temp;

    private Path marks;

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
            return new RunExecutor(catalog, Progress.NONE).run(request, temp.resolve("run"), interruption);
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

    private static Map<?, ?> rule(RunFolder folder) {
        return (Map<?, ?>) folder.cells().run().get("stoppingRule");
    }

    private long tornDown() throws IOException {
        try (Stream<Path> files = Files.list(marks)) {
            return files.count();
        }
    }

    /** The budget only makes the test short: five forks of a third of the standard times. */
    @Test
    void steadyRowEndsItsForksAndDropsOut() throws IOException {
        RunFolder folder =
                run(Preset.STANDARD, OptionalInt.empty(), Optional.of(Duration.ofSeconds(24)), "STEADY", false);
        List<Map<String, Object>> forks = forks(folder);
        assertEquals(5, folder.cells().run().get("forksPerCell"), "the budget holds all forks");
        assertEquals(3, forks.size(), () -> "forks that ran: " + forks);
        assertEquals(3, folder.cells().cells().get(0).forks());
        int warmUpCap = ((Number) folder.cells().run().get("warmupIterations")).intValue();
        int cap = ((Number) folder.cells().run().get("iterations")).intValue();
        double[][] raw = row(folder).primary().raw();
        long early = 0;
        for (int i = 0; i < forks.size(); i++) {
            Map<String, Object> fork = forks.get(i);
            assertEquals(raw[i].length, number(fork, "iterations"), "the log tells what the result holds");
            early += number(fork, "warmupIterations") < warmUpCap && number(fork, "iterations") < cap ? 1 : 0;
        }
        assertTrue(early >= 2, () -> "few of " + warmUpCap + " + " + cap + " iterations ran: " + forks);
        // One more is torn down by the fork that weighs the live heap.
        assertEquals(forks.size() + 1, tornDown(), "each fork knew its last iteration");
        assertTrue(((Number) rule(folder).get("forksSpared")).intValue() >= 2);
        String line = Savings.line(folder.cells().run()).orElseThrow();
        int percent = Integer.parseInt(line.replaceAll("stopping rule saved (\\d+)% .*", "$1"));
        assertTrue(percent > 40 && percent < 100, line);
    }

    @Test
    void countsInTheResultAreThoseThatRan() throws IOException {
        RunFolder folder = run(Preset.QUICK, OptionalInt.of(1), Optional.empty(), "RESTLESS", false);
        CellsFile cells = folder.cells();
        Map<String, Object> fork = forks(folder).get(0);
        String json = Files.readString(folder.path().resolve(RunFolder.RESULT));
        assertAll(
                () -> assertTrue(number(fork, "warmupIterations") >= 10, () -> "near the cap of 12: " + fork),
                () -> assertTrue(number(fork, "iterations") >= 9, () -> "near the cap: " + fork),
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
