package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a user can get wrong with flame is one line")
class FlameCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flame                                        | name the benchmarks to profile",
                "flame router --event cycles                  | write cpu, alloc, lock, wall or nativemem",
                "flame router --forks 0                       | --forks 0: at least 1",
                "flame router --time soon                     | --time soon: no length of time",
                "flame router --base nothing.jar              | nothing.jar: no such file",
                "flame RouterBenchmrk                         | nearest: io.assay.router.RouterBenchmark",
                "flame RouterBenchmark -p colour=red          | -p colour: none of the benchmarks",
                "flame router -p n                            | write -p name=value",
                "flame JsonBenchmark -p workload=RECORD       | workload is never RECORD here, but REFERENCE",
                "run router --prof cycles                     | write cpu, alloc, lock, wall or nativemem",
                "run router --explain                         | --explain needs a --baseline",
                "compare a.json b.json --base-code main       | give --explain too"
            })
    void oneLineAndStatusTwo(String command, String expected) {
        Console.refuses(command, expected);
    }

    @Test
    void aSessionAgainstAJarIsRefused() throws IOException {
        Files.writeString(folder.resolve("session.json"), "{\"rows\":[]}");
        Console console = Console.of("flame", "--base", folder.toString());
        assertEquals(Main.UNUSABLE, console.status());
        assertTrue(console.err().contains("is a folder of recordings and the other is not"), console::err);
    }
}
