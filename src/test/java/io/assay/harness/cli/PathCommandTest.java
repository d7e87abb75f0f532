package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a user can get wrong with path is one line")
class PathCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path RouterBenchmark        | is a whole that has its parts measured (@PathWhole)",
                "path --format yaml          | --format",
                "path --preset forever       | --preset",
                "path --forks 0              | --forks 0: at least 1",
                "path --time soon            | --time soon: no length of time",
                "path --profile nothing      | nothing"
            })
    void oneLineAndStatusTwo(String command, String expected) {
        Console.refuses(command, expected);
    }

    @Test
    void helpHasAnExample() {
        Console console = Console.of("path", "--help");
        assertEquals(0, console.status());
        assertTrue(console.out().contains("assay path --format json"), console::out);
    }
}
