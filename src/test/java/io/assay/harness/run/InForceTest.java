package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.environment.Jdks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What forks say from inside that they run under. */
@ExtendWith(LeanClassPath.class)
class InForceTest {
    private static final Duration SLICE = Duration.ofMillis(20);

    private static CellsFile cells;

    @BeforeAll
    static void run(@TempDir Path temp) {
        List<Profile> profiles = List.of(
                new Profile(
                        "asked",
                        "",
                        Collector.PARALLEL,
                        Optional.of(48),
                        "fastutil",
                        false,
                        List.of("-XX:-UseCompressedOops"),
                        Map.of("ASSAY_TEST", "here"),
                        "asked.properties"),
                // Its own flag comes last and wins: it says one thing and is another.
                new Profile(
                        "lying",
                        "",
                        Collector.SERIAL,
                        Optional.of(32),
                        "jdk",
                        true,
                        List.of("-Dassay.containers=agrona"),
                        Map.of(),
                        "lying.properties"),
                RunFixtures.profile("uncollected", Collector.EPSILON));
        RunRequest.Overrides overrides = new RunRequest.Overrides(
                OptionalInt.of(1),
                OptionalInt.of(0),
                Optional.of(SLICE),
                OptionalInt.of(1),
                Optional.of(SLICE),
                Optional.empty());
        RunRequest request = new RunRequest(
                List.of("io\\.assay\\.harness\\.run\\.planted\\.BreakingBenchmark"),
                Preset.SMOKE,
                overrides,
                Map.of("way", List.of("FINE")),
                profiles,
                List.of(Jdks.resolve(System.getProperty("java.home"))),
                1);
        try (Interruption interruption = new Interruption()) {
            RunFolder folder = new RunExecutor(Catalog.onClassPath(), new Progress() {})
                    .run(request, new AllRows(), temp.resolve("run"), interruption);
            cells = folder.cells();
        }
    }

    private static int cell(String profile) {
        for (int i = 0; i < cells.cells().size(); i++) {
            if (profile.equals(cells.cells().get(i).key().params().get(RowKey.PROFILE))) {
                return i;
            }
        }
        throw new AssertionError("no cell of " + profile);
    }

    @Test
    void whatWasAskedForIsInForceAndInTheResult() {
        int asked = cell("asked");
        Map<?, ?> inForce = cells.forks().stream()
                .filter(fork -> ((Number) fork.get("cell")).intValue() == asked)
                .map(fork -> (Map<?, ?>) fork.get("inForce"))
                .findFirst()
                .orElseThrow();
        assertEquals(CellsFile.State.OK, cells.cells().get(asked).state());
        assertEquals("parallel", inForce.get("collector"));
        assertEquals("48", inForce.get("heapMebibytes"));
        assertEquals("fastutil", inForce.get("containers"));
        assertEquals("false", inForce.get("checks"));
        assertEquals("false", inForce.get("compressedReferences"));
    }

    @Test
    void aHeapThatIsNeverCollectedIsNotWeighed() {
        CellsFile.CellState uncollected = cells.cells().get(cell("uncollected"));
        assertEquals(CellsFile.State.OK, uncollected.state());
        assertEquals(
                List.of("its live heap could not be weighed: its collector never collects"),
                cells.warnings().stream()
                        .filter(warning -> warning.kind().equals("NO_LIVE_HEAP"))
                        .map(CellsFile.RowWarning::message)
                        .toList());
    }

    @Test
    void aForkUnderSomethingElseIsNoMeasurement() {
        CellsFile.CellState lying = cells.cells().get(cell("lying"));
        assertEquals(CellsFile.State.FAILED, lying.state());
        assertEquals(
                "the fork ran under something else than asked for: containers asked for jdk, in force agrona",
                lying.reason().orElseThrow());
    }

    @Test
    void everyKindOfDifferenceIsTold() {
        Profile profile = new Profile(
                "p",
                "",
                Collector.ZGC_GENERATIONAL,
                Optional.of(64),
                "agrona",
                false,
                List.of("-Dx=y"),
                Map.of("LD_PRELOAD", "/usr/lib/libmimalloc.so.2"),
                "p.properties");
        Properties facts = new Properties();
        facts.setProperty("collector", "zgc");
        facts.setProperty("heapMebibytes", "80");
        facts.setProperty("containers", "agrona");
        facts.setProperty("checks", "true");
        facts.setProperty("flags", "-Dx=z\n-Xmx80m");
        facts.setProperty("libraries", "libc.so.6\nlibjvm.so");
        facts.setProperty("env.LD_PRELOAD", "/usr/lib/libmimalloc.so.2");
        String told = ForkFacts.of(facts)
                .difference(RunFixtures.launch(profile, 21), 0)
                .orElseThrow();
        for (String part : List.of(
                "collector asked for zgc-generational, in force zgc",
                "heap asked for 64 MiB, in force 80",
                "checks asked for false, in force true",
                "-Dx=y was asked for and did not reach it",
                "libmimalloc.so.2 is not in the process")) {
            assertTrue(told.contains(part), told);
        }
        facts.setProperty("collector", "zgc-generational");
        // Rounded up to whole regions.
        facts.setProperty("heapMebibytes", "66");
        facts.setProperty("checks", "false");
        facts.setProperty("flags", "-Dx=y");
        facts.setProperty("libraries", "libmimalloc.so.2.0");
        assertEquals(Optional.empty(), ForkFacts.of(facts).difference(RunFixtures.launch(profile, 21), 0));
    }
}
