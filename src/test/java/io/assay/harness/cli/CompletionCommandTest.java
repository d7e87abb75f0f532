package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    static Path temp;

    private static Path script;

    @BeforeAll
    static void write() throws IOException {
        Console console = Console.of("completion", "bash");
        assertEquals(0, console.status(), console.err());
        assertEquals("", console.err());
        script = Files.writeString(temp.resolve("assay-completion"), console.out());
    }

    private static Console bash(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "no bash here");
        String[] command = new String[arguments.length + 1];
        command[0] = BASH.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Console(process.waitFor(), out, err);
    }

    @Test
    void isBash() throws Exception {
        assertEquals(new Console(0, "", ""), bash("-n", script.toString()));
    }

    /** What Tab offers behind a line; {@code _} stands for nothing typed yet. */
    private static Set<String> offered(String line) throws Exception {
        String[] words = line.replace("_", "''").split(" ");
        // A shell that completes has compopt; this one only calls the function.
        String typed =
                "compopt() { :; }; source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                        + (words.length - 1) + "; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}"
                        + "; _complete_assay; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Console console = bash("-c", typed);
        assertEquals("", console.err());
        return new TreeSet<>(Arrays.asList(console.out().strip().split("\\s+")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assay sca               | scaling",
                "assay run --pres        | --preset",
                "assay run --preset _    | smoke quick standard thorough",
                "assay run --preset q    | quick",
                "assay run --profile def | default",
                "assay flame --event _   | cpu alloc lock wall nativemem",
                "assay compare --format _| text markdown json",
                "assay completion _      | bash zsh"
            })
    void offers(String line, String values) throws Exception {
        Set<String> offered = offered(line.strip());
        assertTrue(offered.containsAll(Arrays.asList(values.strip().split(" "))), () -> line + " offers " + offered);
        if (!values.contains("--")) {
            assertEquals(new TreeSet<>(Arrays.asList(values.strip().split(" "))), offered, line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fish"})
    void otherShells(String shell) {
        Console console = shell.isEmpty() ? Console.of("completion") : Console.of("completion", shell);
        assertEquals(2, console.status());
        assertEquals(1, console.errLines().size(), console.err());
        assertEquals("", console.out());
    }

    @Test
    void zshTakesTheSame() throws IOException {
        Console zsh = Console.of("completion", "zsh");
        assertEquals(0, zsh.status());
        assertTrue(zsh.out().contains("bashcompinit"), "turns on bash's completion in zsh");
        assertEquals(
                Files.readString(script)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList(),
                zsh.out().lines().filter(line -> !line.startsWith("#")).toList());
    }
}
