package io.assay.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("benchmarks.jar on the benchmark jar of a project that knows nothing of it")
class OtherBenchmarksIT {
    private static final Path ASSAY = Path.of("target/benchmarks.jar");
    private static final String OTHER = "target/examples/other-benchmarks/target/other-benchmarks.jar";

    @TempDir
    Path temp;

    private Started assay(String... args) throws Exception {
        return Started.jar(temp, ASSAY, args);
    }

    @Test
    void listed() throws Exception {
        Started list = assay("list", "--jar", OTHER);
        assertEquals(0, list.status(), list.err());
        assertEquals(
                List.of(
                        "example",
                        "  example.JoinBenchmark.builder  (avgt, 2 rows)",
                        "    words: 10, 1000",
                        "  example.JoinBenchmark.join  (avgt, 2 rows)",
                        "    words: 10, 1000"),
                list.out().lines().toList());
    }

    @Test
    @DisplayName("run by its own JMH and flags, with tables, a run folder and verdicts against it")
    void measured() throws Exception {
        Path first = temp.resolve("first");
        Path second = temp.resolve("second");
        Started run = run(first, "-p", "words=10");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("run by its own JMH 1.36"), run.out());
        assertTrue(
                run.out()
                        .contains("@Fork(value=3, jvmArgsPrepend=\"-XX:+UseParallelGC\", jvmArgs=\"-Xms384m -Xmx384m\","
                                + " jvmArgsAppend=\"-XX:-UsePerfData\")"
                                + " was asked for by example.JoinBenchmark.builder, example.JoinBenchmark.join"),
                run.out());
        RunFolder folder = RunFolder.open(first);
        assertEquals(2, folder.rows().size());
        for (Row row : folder.rows()) {
            assertEquals("1.36", row.conditions().get("jmhVersion"));
            assertEquals(1, row.primary().raw().length, "forks are the preset's");
            assertTrue(row.primary().usable(), row.toString());
            assertTrue(
                    row.jvmArgs().containsAll(List.of("-XX:+UseParallelGC", "-Xmx384m", "-XX:-UsePerfData")),
                    row.jvmArgs()::toString);
            assertTrue(
                    row.secondary().keySet().containsAll(List.of("cpu.time", "mem.peak", "gc.alloc.rate.norm")),
                    row.secondary()::toString);
        }
        for (CellsFile.CellState cell : folder.cells().cells()) {
            assertEquals(CellsFile.State.OK, cell.state(), cell.toString());
            assertEquals(384, cell.heapMebibytes());
        }
        Map<?, ?> inForce = (Map<?, ?>) folder.cells().forks().get(0).get("inForce");
        assertEquals("parallel", inForce.get("collector"));

        Started again = run(second, "join", "-p", "words=10", "--baseline", first.toString());
        assertTrue(again.out().contains("cannot tell"), again.out() + again.err());
        assertTrue(
                again.out().contains("was asked for by example.JoinBenchmark.join\n"), "what was not run asks nothing");
        assertTrue(again.out().contains("verdict: "), again.out() + again.err());
    }

    private Started run(Path folder, String... more) throws Exception {
        String[] fixed = {"run", "--jar", OTHER, "--preset", "smoke", "--seed", "1", "-o", folder.toString()};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return assay(all);
    }
}
