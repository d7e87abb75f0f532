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
    private static final Settings SHORT = new Settings(2, 3, Duration.ofMillis(10), 5, Duration.ofMillis(10));

    /**
     * Many slices, each so short that what shares the core leaves some of them in peace: of slices of 10 ms on a busy machine
     * there is no such one in every fourth fork.
     */
    private static final Settings PATIENT = new Settings(2, 10, Duration.ofMillis(1), 150, Duration.ofMillis(1));

    /**
     * The server compiler, unlike the other planted runs: it aligns the measuring loop, which otherwise costs half as much
     * again in one benchmark as in the next. In the foreground: the first two calls of JMH's loop run code that was compiled
     * while it ran, and that ends within the warm-up, however late a busy machine is.
     */
    private static final List<String> ALIGNED = List.of("-XX:TieredStopAtLevel=4", "-XX:-BackgroundCompilation");

    private static RunFolder lies;

    private static RunFolder deadCode;

    @BeforeAll
    static void run(@TempDir Path temp) {
        lies = carryOut("Lying", SHORT, List.of(), temp.resolve("lies"));
        deadCode = carryOut("EmptyHanded", PATIENT, ALIGNED, temp.resolve("dead"));
    }

    private static RunFolder carryOut(String pattern, Settings settings, List<String> flags, Path folder) {
        return PlantedRun.carryOut(
                PlantedRun.request(pattern, settings, Map.of(), flags), folder, Progress.NONE, ForkRunner.PATIENCE);
    }

    private static Set<String> unusable(RunFolder folder, String name) {
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
    @CsvSource({"ERROR_PATH, ZERO_ITEMS", "HALF, DIFFERENT_ITEMS", "NEVER_STARTED, ZERO_ITEMS"})
    void liesAreUnusable(String liar, String kind) {
        assertTrue(unusable(lies, liar).contains(kind), liar + " is warned of by " + unusable(lies, liar));
    }

    @Test
    void deadCodeIsUnusable() {
        Set<String> kinds = unusable(deadCode, "EmptyHandedBenchmark.hash");
        assertTrue(kinds.contains("LIKE_EMPTY"), "warned of by " + kinds);
    }

    @ParameterizedTest
    @CsvSource({"HONEST", "PEER"})
    void honestRowsStand(String honest) {
        assertEquals(Set.of(), unusable(lies, honest));
    }

    @Test
    void noLiarIsTheFastestPeer() {
        Set<String> fastest = RunAnalysis.of(lies.rows(), lies.cells()).groups().values().stream()
                .flatMap(List::stream)
                .filter(RunAnalysis.Judged::fastestPeer)
                .map(judged -> name(judged.row().key()))
                .collect(Collectors.toSet());
        assertEquals(1, fastest.size());
        assertTrue(Set.of("HONEST", "PEER").containsAll(fastest), "fastest peer " + fastest);
    }

    @Test
    void everyForkOfEveryRowIsKept() {
        List<Row> rows = lies.rows();
        assertEquals(6, rows.size(), "five claims, the floor");
        for (Row row : rows) {
            double[][] raw = row.primary().raw();
            assertEquals(SHORT.forks(), raw.length, row.key().toString());
            assertEquals(SHORT.iterations(), raw[0].length, row.key().toString());
        }
    }
}
