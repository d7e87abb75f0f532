package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.matrix.Cell.State;
import io.assay.harness.matrix.MatrixOfRun;
import io.assay.harness.matrix.MatrixTable;
import io.assay.harness.result.RunFolder;
import io.assay.harness.run.planted.PacedBenchmark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Selections whose forks take many times as long as they should. */
@ExtendWith(LeanClassPath.class)
class LimitedRunTest {
    private static final Settings SHORT = new Settings(1, 0, Duration.ofMillis(10), 1, Duration.ofMillis(20));

    /** All there is; a fork is ended after a time. */
    private static Selection limited(Duration time) {
        return new AllRows() {
            @Override
            public int leastForks() {
                return 1;
            }

            @Override
            public boolean weighs() {
                return false;
            }

            @Override
            public Optional<ForkLimit> limit(Settings settings) {
                return Optional.of(new ForkLimit(time, "ten times what it should take"));
            }
        };
    }

    private static RunFolder run(RunRequest request, Duration limit, Path folder) {
        try (Interruption interruption = new Interruption()) {
            return new RunExecutor(Catalog.onClassPath(), Progress.NONE)
                    .run(request, limited(limit), folder, interruption);
        }
    }

    @Test
    void whatIsEndedByItsLimitIsAResult(@TempDir Path temp) {
        RunFolder folder = run(
                PlantedRun.request("Breaking", SHORT, Map.of("way", List.of("HANGS")), List.of()),
                Duration.ofSeconds(1),
                temp.resolve("run"));
        assertEquals(
                "too slow: no end after 1 s, ten times what it should take; killed",
                folder.cells().cells().get(0).reason().orElseThrow());
        MatrixTable table = MatrixOfRun.read(folder, key -> Optional.empty());
        assertEquals(State.TOO_SLOW, table.cell(0, 0).state());
        assertFalse(table.failed());
    }

    @Test
    void cellsThatTheBudgetNeverReachesAreLeftOut(@TempDir Path temp) {
        RunRequest planted =
                PlantedRun.request("Paced", SHORT, Map.of(), List.of("-D" + PacedBenchmark.SETUP + "=1200"));
        RunRequest.Overrides given = planted.overrides();
        RunRequest request = new RunRequest(
                planted.patterns(),
                planted.preset(),
                new RunRequest.Overrides(
                        OptionalInt.empty(),
                        given.warmupIterations(),
                        given.warmupTime(),
                        given.iterations(),
                        given.time(),
                        Optional.of(Duration.ofMillis(1_200))),
                Map.of(),
                planted.profiles(),
                planted.jdks(),
                1);
        RunFolder folder = run(request, Duration.ofMinutes(2), temp.resolve("run"));
        List<String> reasons = folder.cells().cells().stream()
                .map(cell -> cell.reason().orElse("ran"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "left out: the budget of 1 s was spent before its first fork; a longer --budget holds more",
                        "ran"),
                reasons);
        assertTrue(MatrixOfRun.read(folder, key -> Optional.empty()).cells().get(0).stream()
                .anyMatch(cell -> cell.state() == State.LEFT_OUT));
    }
}
