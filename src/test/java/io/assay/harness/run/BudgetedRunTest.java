package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.result.CellsFile;
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

/** A run whose forks take longer than its plan could know. */
@ExtendWith(LeanClassPath.class)
class BudgetedRunTest {
    private static final Settings SHORT = new Settings(3, 0, Duration.ofMillis(10), 1, Duration.ofMillis(20));

    @Test
    void roundsThatDoNotFitAreLeftOutWholeAndTold(@TempDir Path temp) {
        RunRequest planted = PlantedRun.request(
                "Paced", SHORT, Map.of("pace", List.of("STEADY")), List.of("-D" + PacedBenchmark.SETUP + "=4000"));
        RunRequest.Overrides given = new RunRequest.Overrides(
                OptionalInt.empty(),
                OptionalInt.of(0),
                Optional.empty(),
                OptionalInt.of(1),
                Optional.of(SHORT.time()),
                Optional.of(Duration.ofSeconds(4)));
        RunRequest request = new RunRequest(
                planted.patterns(),
                Preset.QUICK,
                given,
                planted.params(),
                planted.profiles(),
                planted.jdks(),
                planted.seed(),
                true);
        RunFolder folder;
        try (Interruption interruption = new Interruption()) {
            // Without the harness's floor, which would be measured too.
            folder = new RunExecutor(Catalog.of(Catalog.onClassPath().all()), Progress.NONE)
                    .run(request, temp.resolve("run"), interruption);
        }
        CellsFile cells = folder.cells();
        assertEquals(2, cells.run().get("forksPerCell"), "planned");
        assertEquals(1, cells.forks().size(), "another of four seconds does not fit");
        List<String> told = cells.warnings().stream().map(Object::toString).toList();
        for (String note : List.of(
                "the budget of 4 s holds 1 of 2 forks a row",
                "the budget of 4 s was spent before the live heap of 1 row was weighed")) {
            assertTrue(told.stream().anyMatch(warning -> warning.contains(note)), told::toString);
        }
    }
}
