package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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
                "2",
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

    @ParameterizedTest
    @CsvSource({"markdown, matrix.md", "json, matrix.json", "html, matrix.html"})
    void aFinishedRunIsPrintedAgainAsItsFolderHasIt(String format, String file) throws IOException {
        Console again = Console.of("matrix", "--from", folder.toString(), "--format", format);
        assertEquals(0, again.status(), again.err());
        assertEquals(Files.readString(folder.resolve(file)), again.out());
    }

    @Test
    void markdownNamesNoPlaceOfThisMachine() throws IOException {
        String table = Files.readString(folder.resolve("matrix.md"));
        for (String place : List.of(
                folder.toString(),
                System.getProperty("user.home"),
                System.getProperty("user.dir"),
                System.getProperty("java.home"),
                System.getProperty("java.io.tmpdir"),
                InetAddress.getLocalHost().getHostName())) {
            assertFalse(table.contains(place), place);
        }
        assertTrue(
                Pattern.compile("(?m)^- date: 20\\d\\d-\\d\\d-\\d\\d$")
                        .matcher(table)
                        .find(),
                table);
    }

    /** A copy of the run whose second fork of the cell that measured says something else. */
    private static Path copyWith(Path temp, UnaryOperator<Map<String, Object>> inForce) throws IOException {
        Path copy = Files.createDirectories(temp.resolve("copy"));
        for (String name : List.of("jmh-result.json", "environment.json")) {
            Files.copy(folder.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, Object> cells = JSON.std.mapFrom(Files.readString(folder.resolve("cells.json")));
        @SuppressWarnings("unchecked") // as the program writes it
        List<Map<String, Object>> forks = (List<Map<String, Object>>) cells.get("forks");
        Map<String, Object> second = forks.stream()
                .filter(fork -> fork.get("state").equals("ok"))
                .reduce((one, other) -> other)
                .orElseThrow();
        assertEquals(2, second.get("fork"));
        @SuppressWarnings("unchecked") // as the program writes it
        Map<String, Object> facts = new LinkedHashMap<>((Map<String, Object>) second.get("inForce"));
        second.put("inForce", inForce.apply(facts));
        Files.writeString(copy.resolve("cells.json"), JSON.std.asString(cells));
        return copy;
    }

    @Test
    void whatWasInForceInOneForkAloneFailsTheCell(@TempDir Path temp) throws IOException {
        Path differing = copyWith(temp, facts -> {
            facts.put("collector", "g1");
            return facts;
        });
        Console printed = Console.of("matrix", "--from", differing.toString());
        assertTrue(
                printed.out()
                        .contains(
                                "failed: its forks did not all run under the same: collector serial or g1: jdk-serial"),
                printed.out());
        assertFalse(printed.out().contains("read back inside every fork"), printed.out());
    }

    @Test
    void aForkThatSaidNothingHidesNoDifference(@TempDir Path temp) throws IOException {
        Path copy = copyWith(temp, facts -> {
            facts.put("collector", "g1");
            return facts;
        });
        Map<String, Object> cells = JSON.std.mapFrom(Files.readString(copy.resolve("cells.json")));
        @SuppressWarnings("unchecked") // as the program writes it
        List<Map<String, Object>> forks = (List<Map<String, Object>>) cells.get("forks");
        Map<String, Object> silent = new LinkedHashMap<>(forks.stream()
                .filter(fork -> fork.get("state").equals("ok"))
                .findFirst()
                .orElseThrow());
        silent.put("fork", 3);
        silent.remove("inForce");
        forks.add(silent);
        Files.writeString(copy.resolve("cells.json"), JSON.std.asString(cells));
        Console printed = Console.of("matrix", "--from", copy.toString());
        assertTrue(printed.out().contains("did not all run under the same: collector serial or g1"), printed.out());
    }

    @Test
    void aForkThatSaidNothingIsNoProof(@TempDir Path temp) throws IOException {
        Console printed = Console.of(
                "matrix",
                "--from",
                copyWith(temp, facts -> new LinkedHashMap<>()).toString());
        assertFalse(printed.out().contains("read back inside every fork"), printed.out());
        assertFalse(printed.out().contains("did not all run"), printed.out());
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
        for (String measure : List.of("time", "collectorTime", "allocation")) {
            assertTrue((Boolean) ((Map<String, Object>) fine.get(measure)).get("best"), measure);
        }
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
