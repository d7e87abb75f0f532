package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.ab.PlantedJar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarOptionTest {
    @TempDir
    Path temp;

    private static void assertRefused(Console console, String... said) {
        assertAll(
                () -> assertEquals(2, console.status(), console.err()),
                () -> assertEquals("", console.out()),
                () -> assertEquals(1, console.errLines().size(), console.err()),
                () -> assertTrue(console.err().startsWith("assay: "), console.err()));
        for (String words : said) {
            assertTrue(console.err().contains(words), "'" + words + "' in: " + console.err());
        }
    }

    /** Entries without content, and no manifest. */
    private Path jar(String... entries) throws IOException {
        Path jar = temp.resolve("made.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.closeEntry();
            }
        }
        return jar;
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list"})
    @DisplayName("What is no benchmark jar: one line with the file and the mend, status 2, no folder")
    void unusable(String command) throws IOException {
        Path text = Files.writeString(temp.resolve("text.jar"), "no jar");
        assertRefused(
                Console.of(command, "--jar", temp.resolve("none.jar").toString()),
                "none.jar: no such file",
                "name a JMH");
        assertRefused(Console.of(command, "--jar", "main"), "--jar main: no such file");
        assertRefused(Console.of(command, "--jar", text.toString()), "text.jar is no jar");
        assertRefused(
                Console.of(command, "--jar", PlantedJar.empty(temp).toString()),
                "empty.jar holds no benchmarks",
                "META-INF/BenchmarkList");
        assertRefused(
                Console.of(command, "--jar", jar("META-INF/BenchmarkList").toString()), "holds benchmarks but no JMH");
    }

    @Test
    @DisplayName("A JMH of which nothing is known: its benchmarks cannot be listed")
    void ancient() throws IOException {
        Path jar = jar("META-INF/BenchmarkList", "org/openjdk/jmh/Main.class");
        Path folder = temp.resolve("run");
        assertRefused(
                Console.of("run", "--jar", jar.toString(), "-o", folder.toString()), "made.jar", "JMH 1.23 or later");
        assertFalse(Files.exists(folder));
    }

    @Test
    void nothingMatches() throws IOException {
        String jar = PlantedJar.slower(temp, 100).toString();
        assertRefused(Console.of("run", "Groving", "--jar", jar), "no benchmark matches 'Groving'", "GrowingBenchmark");
        assertRefused(Console.of("run", "--jar", jar, "-p", "nonesuch=1"), "-p nonesuch");
        assertRefused(Console.of("run", "--jar", jar, "--scaling"), "--scaling", "@Sizes");
    }
}
