package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A benchmark that does not do what it says is caught by name")
@ExtendWith(LeanClassPath.class)
class PlantedLiesTest {
    /** Many short slices: on a busy machine one of them in each fork is left in peace. */
    private static final Duration SLICE = Duration.ofMillis(10);

    private static final Settings SHORT = new Settings(3, 5, SLICE, 20, SLICE);

    /**
     * The first two calls of JMH's loop run code that was compiled while it ran, twice as fast for an empty method as
     * what comes after. Compiling in the foreground ends that within the warm-up, however late a busy machine is; by C1 alone
     * ({@link PlantedRun}), which does the same work for liars and honest.
     */
    private static final List<String> FLAGS = List.of("-XX:-BackgroundCompilation");

    private static RunFolder folder;

    @BeforeAll
    static void run(@TempDir Path temp) {
        folder = PlantedRun.carryOut(
                PlantedRun.request("(Lying|EmptyHanded)", SHORT, Map.of(), FLAGS),
                temp.resolve("run"),
                Progress.NONE,
                ForkRunner.PATIENCE);
    }

    private static Set<String> unusable(String name) {
        return folder.cells().warnings().stream()
                .filter(warning -> warning.severity().equals("unusable"))
                .filter(warning ->
                        warning.row().map(key -> name(key).equals(name)).orElse(true))
                .map(CellsFile.RowWarning::kind)
                .collect(Collectors.toSet());
    }

    private static String name(RowKey key) {
        return key.params().getOrDefault(RowKey.IMPLEMENTATION, key.simpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "EmptyHandedBenchmark.hash, LIKE_EMPTY",
        "ERROR_PATH, ZERO_ITEMS",
        "HALF, DIFFERENT_ITEMS",
        "NEVER_STARTED, ZERO_ITEMS"
    })
    void liesAreUnusable(String liar, String kind) {
        assertTrue(unusable(liar).contains(kind), liar + " is warned of by " + unusable(liar));
    }

    @ParameterizedTest
    @CsvSource({"HONEST", "PEER"})
    void honestRowsStand(String honest) {
        assertEquals(Set.of(), unusable(honest));
    }

    @Test
    void noLiarIsTheFastestPeer() {
        Set<String> fastest = RunAnalysis.of(folder.rows(), folder.cells()).groups().values().stream()
                .flatMap(List::stream)
                .filter(RunAnalysis.Judged::fastestPeer)
                .map(judged -> name(judged.row().key()))
                .collect(Collectors.toSet());
        assertEquals(1, fastest.size());
        assertTrue(Set.of("HONEST", "PEER").containsAll(fastest), "fastest peer " + fastest);
    }

    @Test
    void everyForkOfEveryRowIsKept() {
        List<Row> rows = folder.rows();
        assertEquals(7, rows.size(), "five claims, dead code, the floor");
        for (Row row : rows) {
            double[][] raw = row.primary().raw();
            assertEquals(SHORT.forks(), raw.length, row.key().toString());
            assertEquals(SHORT.iterations(), raw[0].length, row.key().toString());
        }
    }
}
