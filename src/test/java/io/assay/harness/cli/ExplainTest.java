package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.ComparedRow.Role;
import io.assay.harness.compare.Comparison;
import io.assay.harness.profiling.Subject;
import io.assay.harness.result.RowKey;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.version.Versions;
import io.assay.harness.stats.Change;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("From a red verdict to what is profiled")
class ExplainTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    private static ComparedRow row(String name, String metric, Verdict verdict, Role role) {
        return new ComparedRow(
                new RowKey("a.B." + name, "avgt", Map.of()),
                metric,
                "ns/op",
                1,
                2,
                change(verdict),
                0.03,
                5,
                5,
                role,
                List.of());
    }

    private static Change change(Verdict verdict) {
        return new Change(new Ratio(2, 1.9, 2.1, 0.95, 5, 5, "planted"), verdict, 0.03, 5, List.of());
    }

    private static Comparison comparison(ComparedRow... rows) {
        return new Comparison(
                "b", "h", List.of(rows), List.of(), List.of(), List.of(), Optional.empty(), false, 0, List.of());
    }

    @Test
    void onlyRowsThatFailForAChangeOfTheirOwn() {
        Set<RowKey> red = Explain.red(comparison(
                row("slow", ComparedRow.SCORE, Verdict.SLOWER, Role.GATING),
                row("fat", "gc.alloc.rate.norm", Verdict.SLOWER, Role.GATING),
                row("same", ComparedRow.SCORE, Verdict.SAME, Role.GATING),
                row("accepted", ComparedRow.SCORE, Verdict.SLOWER, Role.ACCEPTED),
                row("control", ComparedRow.SCORE, Verdict.SLOWER, Role.CONTROL),
                row("failed", ComparedRow.SCORE, Verdict.UNUSABLE, Role.FAILED)));
        assertEquals(
                List.of("a.B.slow", "a.B.fat"),
                red.stream().map(RowKey::benchmark).toList());
    }

    @Test
    void nothingRedIsNothingToExplain() {
        try (Interruption interruption = new Interruption()) {
            assertEquals(
                    List.of(),
                    new Explain(interruption, notes::add)
                            .graphs(comparison(), Subject.own(), Subject.own(), List.of(), folder));
        }
        assertEquals(List.of("--explain: no row is red, so there is nothing to explain"), notes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dirty | uncommitted work on 0123", "unknown | names no commit", "clean | cannot be had"})
    void codeThatIsNotKnownIsOneLineAndNoError(String state, String expected) {
        try (Interruption interruption = new Interruption()) {
            KnownCode code = new KnownCode(new Versions(folder, interruption, notes::add), notes::add);
            String commit = "0123456789012345678901234567890123456789";
            assertEquals(
                    Optional.empty(),
                    code.of("base", null, Map.of("commit", Map.of("commit", commit, "state", state))));
        }
        assertEquals(1, notes.size(), notes::toString);
        assertTrue(notes.get(0).contains(expected) && notes.get(0).contains("base"), notes::toString);
    }
}
