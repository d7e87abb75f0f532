package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.jr.ob.JSON;

class MainTest {
    private static final String PLANTED = "planted\\.Lying";

    @TempDir
    Path temp;

    /** One line that names the culprit and the mend, status 2, and nothing on standard output. */
    private static void assertRefused(Console console, String... said) {
        assertAll(
                () -> assertEquals(2, console.status()),
                () -> assertEquals("", console.out()),
                () -> assertEquals(1, console.errLines().size(), console.err()),
                () -> assertTrue(console.err().startsWith("assay: "), console.err()),
                () -> assertFalse(console.err().contains("java."), console.err()));
        for (String words : said) {
            assertTrue(console.err().contains(words), "'" + words + "' in: " + console.err());
        }
    }

    @ParameterizedTest
    @DisplayName("Unusable arguments: status 2 and one line with what, where and the mend")
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate                         | frobnicate           | 'assay --help'",
                "--frobnicate                       | --frobnicate         | 'assay --help'",
                "run --frobnicate                   | --frobnicate         | 'assay run --help'",
                "list --frobnicate                  | --frobnicate         | 'assay list --help'",
                "doctor --frobnicate                | --frobnicate         | 'assay doctor --help'",
                "report                             | RESULT               | 'assay report --help'",
                "run --preset fast                  | --preset             | SMOKE",
                "run --preset                       | --preset             | 'assay run --help'",
                "run LyingBenhcmark                         | LyingBenhcmark               | LyingBenchmark",
                "list LyingBenhcmark                        | LyingBenhcmark               | LyingBenchmark",
                "run (                              | '('                  | regular expression",
                "run planted.Lying -p claim=HONEST  | -p claim             | implementation",
                "run planted.Lying -p HONEST        | -p HONEST            | name=value",
                "run planted.Lying --time 2         | --time 2             | 200ms",
                "run planted.Lying --time 0s        | --time 0s            | 200ms",
                "run planted.Lying --warmup-time x  | --warmup-time x      | 200ms",
                "run planted.Lying --budget soon    | --budget soon        | 10m",
                "run planted.Lying --forks 0        | --forks 0            | at least 1",
                "run planted.Lying --forks -1       | --forks -1           | at least 1",
                "run planted.Lying --forks many     | --forks              | many",
                "run planted.Lying --iterations 0   | --iterations 0       | at least 1",
                "run planted.Lying --seed dice      | --seed               | dice",
                "run planted.Lying --profile none   | no profile 'none'    | default",
                "run planted.Lying --profile a/b.properties | a/b.properties | check the path",
                "run planted.Lying --jdk /nowhere   | /nowhere             | JDK",
                "run planted.Lying --jdk 99         | 99                   | JDK",
                "report /nowhere                    | /nowhere             | run folder"
            })
    void unusableArguments(String line, String what, String mend) {
        assertRefused(Console.of(line.strip().split(" +")), what, mend);
    }

    @Test
    void noCommand() {
        assertRefused(Console.of(), "a command is missing", "'assay --help'");
    }

    @Test
    void badProfileFileIsNamedWithItsLine() throws IOException {
        Path profile = Files.writeString(temp.resolve("bad.properties"), "# mine\n\nheep = 512m\n");
        assertRefused(
                Console.of("run", PLANTED, "--profile", profile.toString()), "bad.properties:3", "heep", "known are");
    }

    @Test
    void folderThatHoldsARunIsNotTouched() throws IOException {
        Path cells = Files.writeString(temp.resolve("cells.json"), "precious");
        assertRefused(Console.of("run", PLANTED, "-o", temp.toString()), temp.toString(), "name another folder");
        assertEquals("precious", Files.readString(cells));
        assertEquals(List.of("cells.json"), List.of(String.valueOf(temp.toFile().list()[0])));
    }

    @Test
    void folderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertRefused(
                Console.of("run", PLANTED, "-o", file.resolve("run").toString()),
                file.toString(),
                "name one that can be written");
    }

    @Test
    void refusedRunLeavesNoFolder() {
        Path folder = temp.resolve("run");
        assertRefused(Console.of("run", PLANTED, "-p", "claim=X", "-o", folder.toString()));
        assertFalse(Files.exists(folder));
    }

    @Test
    void reportOnAFolderWithoutARun() {
        assertRefused(Console.of("report", temp.toString()), temp.toString(), "jmh-result.json");
    }

    @Test
    void reportIntoAFolder() {
        Path run = Path.of("src/test/resources/golden/run");
        assertRefused(Console.of("report", run.toString(), "-o", temp.toString()), temp.toString(), "name a file");
    }

    @Test
    void reportWritesThePage() throws IOException {
        Path page = temp.resolve("new/folder/page.html");
        Console console = Console.of("report", "src/test/resources/golden/run", "-o", page.toString());
        assertEquals(new Console(0, "report: " + page + System.lineSeparator(), ""), console);
        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "list", "report", "doctor", "jmh"})
    void helpNamesEveryOptionAndGivesExamples(String command) {
        Console console = command.isEmpty() ? Console.of("--help") : Console.of(command, "--help");
        assertEquals(0, console.status());
        assertEquals("", console.err());
        assertTrue(console.out().contains("Examples:"), console.out());
        assertTrue(console.out().contains("  assay " + command), console.out());
        CommandLine grammar =
                Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        CommandLine asked =
                command.isEmpty() ? grammar : grammar.getSubcommands().get(command);
        for (OptionSpec option : asked.getCommandSpec().options()) {
            assertTrue(console.out().contains(option.longestName()), option.longestName());
            assertTrue(option.description().length > 0, option.longestName() + " has no description");
        }
        asked.getSubcommands().keySet().forEach(name -> assertTrue(console.out().contains(name), name));
    }

    @Test
    void version() {
        Console console = Console.of("--version");
        assertEquals(0, console.status());
        assertTrue(console.out().startsWith("assay"), console.out());
        assertEquals(1, console.out().lines().count());
    }

    @Test
    void listNamesFamilyBenchmarkAndParameters() {
        Console console = Console.of("list", PLANTED);
        assertEquals(0, console.status());
        assertEquals(
                List.of(
                        "planted",
                        "  io.assay.harness.run.planted.LyingBenchmark.parse  (avgt, 5 rows)",
                        "    implementation: HONEST, PEER, ERROR_PATH, HALF, NEVER_STARTED"),
                console.out().lines().toList());
    }

    @Test
    void listAsJson() throws IOException {
        Console console = Console.of("list", PLANTED, "--json");
        assertEquals(0, console.status());
        assertEquals(
                List.of(Map.of(
                        "labels",
                        Map.of(),
                        "family",
                        "planted",
                        "benchmark",
                        "io.assay.harness.run.planted.LyingBenchmark.parse",
                        "mode",
                        "avgt",
                        "threads",
                        1,
                        "heapMebibytes",
                        256,
                        "params",
                        Map.of("implementation", List.of("HONEST", "PEER", "ERROR_PATH", "HALF", "NEVER_STARTED")),
                        "rows",
                        5)),
                JSON.std.anyFrom(console.out()));
    }

    @CommandLine.Command(name = "defective")
    static final class Defective implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("planted defect");
        }
    }

    @Test
    @DisplayName("A defect of the program is not hidden: status 1 and the stack trace")
    void defect() {
        StringWriter err = new StringWriter();
        int status = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
                .addSubcommand(new Defective())
                .execute("defective");
        assertEquals(1, status);
        assertTrue(err.toString().contains("internal error"), err.toString());
        assertTrue(err.toString().contains("IllegalStateException: planted defect"), err.toString());
        assertTrue(err.toString().contains("at io.assay.harness.cli.MainTest"), err.toString());
    }
}
