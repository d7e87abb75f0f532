package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/** {@code assay matrix} with real forks of planted benchmarks. */
class MatrixCommandTest {
    /** One that the JDK which runs the tests has not. */
    private static final String LACKING = Runtime.version().feature() < 24 ? "jdk-shenandoah-generational" : "jdk-zgc";

    private static Path folder;
    private static Console ran;

    @BeforeAll
    static void run(@TempDir Path temp) {
        folder = temp.resolve("run");
        ran = Console.of(
                "matrix",
                "planted.BreakingBenchmark",
                "-p",
                "way=FINE,EATS_HEAP",
                "--preset",
                "smoke",
                "--forks",
                "1",
                "--seed",
                "1",
                "--profile",
                "jdk-serial",
                "--profile",
                LACKING,
                "-o",
                folder.toString());
    }

    @Test
    void outOfMemoryAndWhatTheJdkLacksAreResults() {
        assertEquals(0, ran.status(), ran.err());
        String row = ran.out()
                .lines()
                .filter(line -> line.strip().startsWith("jdk-serial"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.contains("out of memory"), row);
        assertTrue(ran.out().contains("not on this JDK (" + Runtime.version().feature()), ran.out());
        assertTrue(ran.out().contains("heap of every cell: "), ran.out());
        assertTrue(ran.out().contains("256 MiB"), ran.out());
        assertTrue(ran.out().contains("read back inside every fork"), ran.out());
    }

    @Test
    void theRunFolderHoldsTheTableInEveryFormat() throws IOException {
        for (String name : List.of("matrix.md", "matrix.html", "matrix.json")) {
            assertTrue(Files.size(folder.resolve(name)) > 500, name);
        }
        String page = Files.readString(folder.resolve("matrix.html"));
        assertTrue(page.contains("<h1>Assay matrix</h1>") && page.contains("out of memory"), page);
        assertTrue(page.contains("default-src 'none'"), "offline");
    }

    @Test
    void aFinishedRunIsPrintedAgainAlike() {
        Console again = Console.of("matrix", "--from", folder.toString());
        assertEquals(0, again.status(), again.err());
        assertTrue(again.out().contains("out of memory"), again.out());
        assertTrue(ran.out().startsWith(again.out()), again.out());
    }

    @Test
    @SuppressWarnings("unchecked") // as the program writes it
    void jsonTellsWhatWasInForce() throws IOException {
        Console printed = Console.of("matrix", "--from", folder.toString(), "--format", "json");
        Map<String, Object> map = JSON.std.mapFrom(printed.out());
        List<Map<String, Object>> cells = (List<Map<String, Object>>) map.get("cells");
        assertEquals(4, cells.size());
        Map<String, Object> fine = cells.stream()
                .filter(cell -> cell.get("state").equals("ok"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> inForce = (Map<String, Object>) fine.get("inForce");
        assertEquals("serial", inForce.get("collector"));
        assertEquals("jdk", inForce.get("containers"));
        assertEquals("true", inForce.get("checks"));
        assertEquals("256", inForce.get("heapMebibytes"));
        assertTrue(((Map<String, Object>) fine.get("peakMemory")).get("value") instanceof Double);
        assertTrue((Boolean) ((Map<String, Object>) fine.get("time")).get("best"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0 | --threads 0: 1 to 1024 threads",
                "--budget soon | --budget soon: no length of time",
                "--all --profile jdk-g1 | --all and --profile",
                "--heap-curve --threads 2 | vary one at a time",
                "--heap-curve planted.Breaking | --heap-curve takes one workload, this is 6; name it with PATTERN and -p",
                "--from nowhere | nowhere: no such folder",
                "--from nowhere --seed 3 | --from nowhere prints a run that is there",
                "--from nowhere --profile jdk-g1 | --from nowhere prints a run that is there",
                "--threads 2,1,2 | --threads 2 is given twice; drop one",
                "--heap-curve planted.Breaking -p way=FINE -p n=2 | -p n: io.assay.harness.run.planted.BreakingBenchmark.work has no",
                "--from nowhere planted | --from nowhere prints a run that is there",
                "--profile nobody | no profile 'nobody'",
                "nosuchbenchmarkatall | no benchmark matches",
            })
    void mistakesAreOneLine(String arguments, String told) {
        Console console = Console.of(("matrix " + arguments).split(" "));
        assertEquals(2, console.status());
        assertTrue(console.err().contains(told), console.err());
        assertEquals(1, console.errLines().size(), console.err());
    }
}
