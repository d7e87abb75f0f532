package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RunFolder;
import io.assay.harness.run.planted.BreakingBenchmark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A fork that breaks fails its row with the cause, and nothing else")
@ExtendWith(LeanClassPath.class)
class BreakingForksTest {
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final Settings SHORT = new Settings(2, 0, SLICE, 1, SLICE);

    private static final List<String> HEARD = new ArrayList<>();
    private static RunFolder folder;
    private static RunFolder hung;
    private static Set<ProcessHandle> earlier;

    @BeforeAll
    static void run(@TempDir Path temp) {
        earlier = ProcessHandle.current().descendants().collect(Collectors.toSet());
        Progress listening = new Progress() {
            @Override
            public void forkEnded(String result) {
                HEARD.add(result);
            }
        };
        // The crash's own files belong beside the run, not where the tests were started.
        List<String> flags = List.of("-XX:ErrorFile=" + temp.resolve("crash.log"), "-XX:-CreateCoredumpOnCrash");
        List<String> ways = Stream.of(BreakingBenchmark.Way.values())
                .filter(way -> way != BreakingBenchmark.Way.HANGS)
                .map(Enum::name)
                .toList();
        folder = PlantedRun.carryOut(
                PlantedRun.request("Breaking", SHORT, Map.of("way", ways), flags),
                temp.resolve("run"),
                listening,
                ForkRunner.PATIENCE);
        // By itself: a busy machine takes longer than this patience for a fork that only crashes.
        hung = PlantedRun.carryOut(
                PlantedRun.request("Breaking", SHORT, Map.of("way", List.of("HANGS")), flags),
                temp.resolve("hung"),
                listening,
                Duration.ofSeconds(3));
    }

    private static RunFolder folder(String way) {
        return way.equals("HANGS") ? hung : folder;
    }

    private static CellsFile.CellState cell(String way) {
        return folder(way).cells().cells().stream()
                .filter(cell -> way.equals(cell.key().params().get("way")))
                .findFirst()
                .orElseThrow();
    }

    private static long forksStarted(String way) {
        CellsFile cells = folder(way).cells();
        return cells.forks().stream()
                .filter(fork -> cells.cells().indexOf(cell(way)) == ((Number) fork.get("cell")).intValue())
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "THROWS, java.lang.IllegalStateException: planted: the answer was wrong",
                "EXITS, the fork ended with exit status 42",
                "CRASHES, the fork's JVM crashed: SIGSEGV",
                "EATS_HEAP, out of memory: the fork's heap was exhausted",
                "HANGS, \"hung: no end 3 s after its time was up; killed\""
            })
    void rowFailsWithItsCause(String way, String cause) {
        CellsFile.CellState cell = cell(way);
        String reason = cell.reason().orElse("");
        assertAll(
                () -> assertEquals(CellsFile.State.FAILED, cell.state()),
                () -> assertTrue(reason.startsWith(cause), reason),
                () -> assertEquals(1, reason.lines().count()),
                () -> assertTrue(reason.length() < 150, reason),
                () -> assertFalse(reason.contains("jmh"), reason),
                () -> assertEquals(0, cell.forks()),
                () -> assertEquals(1, forksStarted(way), "what failed once is not tried again"),
                () -> assertTrue(HEARD.contains("FAILED: " + reason), "told at once"));
    }

    @Test
    void restOfTheRunGoesOn() {
        CellsFile.CellState fine = cell("FINE");
        assertEquals(CellsFile.State.OK, fine.state());
        assertEquals(SHORT.forks(), fine.forks());
        assertEquals(SHORT.forks(), forksStarted("FINE"));
        assertTrue(
                folder.rows().stream()
                        .anyMatch(row ->
                                row.key().equals(fine.key()) && row.primary().usable()),
                "the fine row is in the result");
    }

    @Test
    void nothingOfTheBrokenForksSurvives() throws Exception {
        for (ProcessHandle left : ProcessHandle.current().descendants().toList()) {
            if (!earlier.contains(left)) left.onExit().get(20, TimeUnit.SECONDS);
        }
    }
}
