package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.report.RunView;
import io.assay.harness.report.TextReport;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RunFolder;
import io.assay.harness.scaling.Growth;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.SeriesFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real run that places its sizes, of a benchmark that is not what it says. */
@ExtendWith(LeanClassPath.class)
class SizedRunTest {
    private static final Settings SHORT = new Settings(1, 0, Duration.ofMillis(10), 1, Duration.ofMillis(50));

    @Test
    void sizesArePlacedAndExpectationsAreKeptInTheFolder(@TempDir Path temp) {
        RunRequest request = PlantedRun.request("SizedBenchmark", SHORT, Map.of(), List.of());
        RunFolder folder;
        try (Interruption interruption = new Interruption()) {
            // It never sees a row of 1001, and asks for it as long as it is heard.
            SizeChooser stubborn = (rows, param, from, to) -> List.of(1000, 1001);
            folder = new RunExecutor(Catalog.onClassPath(), Progress.NONE)
                    .run(request, stubborn, temp.resolve("run"), interruption);
        }
        assertEquals(
                List.of("1001"),
                folder.cells().cells().stream()
                        .filter(cell -> cell.state() == CellsFile.State.FAILED)
                        .map(cell -> cell.key().params().get("n"))
                        .toList());
        assertEquals(
                List.of("64", "256", "1024", "4096", "16384", "65536", "1000"),
                folder.rows().stream()
                        .map(row -> row.key().params().get("n"))
                        .filter(n -> n != null)
                        .toList());
        List<ScaledSeries> all = ScaledSeries.of(SeriesFile.read(folder.path(), Optional.empty()));
        ScaledSeries bytes = all.stream()
                .filter(s -> s.series().metric().equals("gc.alloc.rate.norm"))
                .findFirst()
                .orElseThrow();
        // On a busy machine few operations fit into an iteration, and the harness's own bytes blur the class:
        // which it is, is for tests without a clock.
        assertEquals(7, bytes.series().sizes());
        assertEquals(Optional.of(Growth.CONSTANT), bytes.expected());
        assertNotEquals(ScaledSeries.Outcome.KEPT, bytes.outcome());
        RunView view = RunView.of(folder);
        assertTrue(view.failed(), "of the size that failed");
        assertEquals(bytes.broken(), TextReport.failures(view).contains("expected at most O(1)"));
    }
}
