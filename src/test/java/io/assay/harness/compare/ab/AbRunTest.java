package io.assay.harness.compare.ab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Options;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import io.assay.harness.run.QuickProfile;
import io.assay.harness.run.Settings;
import io.assay.harness.run.version.Version;
import io.assay.harness.stats.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real forks of tiny jars that break; those that tell a verdict are in {@code AbCommandTest}. */
@Timeout(240)
class AbRunTest {
    @TempDir
    Path temp;

    private static Version version(Path jar) {
        return new Version(jar.getFileName().toString(), jar, jar.toString(), jar.toString());
    }

    private AbRequest request(
            Path base, Path head, String pattern, int forks, boolean control, Map<String, String> params) {
        return new AbRequest(
                version(base),
                version(head),
                new AbRequest.Rows(List.of(pattern), false, false, params),
                new Settings(forks, 1, Duration.ofMillis(10), 3, Duration.ofMillis(10)),
                true,
                new Launch(QuickProfile.in(temp), Jdks.resolve(System.getProperty("java.home")), "17"),
                Duration.ofMinutes(3),
                Options.defaults(),
                control,
                1);
    }

    private AbResult run(AbRequest request, Duration patience) {
        try (Interruption interruption = new Interruption()) {
            return new AbRun(request, interruption, AbProgress.NONE, patience).run(temp.resolve("out"));
        }
    }

    private static ComparedRow row(Comparison comparison, String text) {
        List<ComparedRow> found = comparison.rows().stream()
                .filter(row -> row.key().toString().contains(text))
                .toList();
        assertEquals(1, found.size(), comparison.rows().toString());
        return found.get(0);
    }

    @Test
    @DisplayName("A fork that throws fails its row with the cause; the others go on, the control beside them")
    void failures() throws IOException {
        Path jar = PlantedJar.slower(temp, 100);
        AbResult result =
                run(request(jar, jar, "Growing.*work", 2, true, Map.of("way", "WORKS,THROWS")), Duration.ofMinutes(1));
        Comparison comparison = result.comparison(List.of());
        assertEquals(1, comparison.count(Verdict.UNUSABLE));
        assertTrue(comparison.failed());
        ComparedRow throwing = comparison.rows().stream()
                .filter(row -> row.key().toString().contains("work[way=THROWS"))
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.UNUSABLE, throwing.verdict());
        assertTrue(throwing.warnings().toString().contains("IllegalStateException: planted"), throwing.toString());
        List<ComparedRow> fine = comparison.rows().stream()
                .filter(row -> "WORKS".equals(row.key().params().get("way")))
                .filter(row -> row.key().benchmark().endsWith("work"))
                .toList();
        assertEquals(2, fine.size(), "the row and its control");
        assertEquals(ComparedRow.Role.CONTROL, fine.get(1).role());
        for (ComparedRow row : fine) {
            assertEquals(2, row.forks());
            assertEquals(Verdict.CANNOT_TELL, row.verdict());
        }
        assertTrue(Files.exists(temp.resolve("out/control.json")));
        assertTrue(
                comparison.warnings().toString().contains("SAME_CODE"),
                comparison.warnings().toString());
    }

    /** By itself: a busy machine takes longer than this patience for a fork that only works. */
    @Test
    @DisplayName("A fork that hangs is killed, and fails its row with the cause")
    void hanging() throws IOException {
        Path jar = PlantedJar.slower(temp, 100);
        AbResult result =
                run(request(jar, jar, "Growing.*work", 2, false, Map.of("way", "HANGS")), Duration.ofSeconds(3));
        Comparison comparison = result.comparison(List.of());
        assertTrue(comparison.failed());
        ComparedRow row = row(comparison, "work[way=HANGS");
        assertEquals(Verdict.UNUSABLE, row.verdict());
        assertTrue(row.warnings().toString().contains("hung"), row.toString());
    }
}
