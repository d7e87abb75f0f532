package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that say, byte for byte, what a report looks like. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean WRITE = "write".equals(System.getProperty("assay.golden"));

    private Golden() {}

    /** Holds text against the file of that name, or, with {@code -Dassay.golden=write}, replaces the file. */
    static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (WRITE) {
            Files.writeString(file, actual);
            return;
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (!expected.equals(actual)) {
            fail(file
                    + " says something else ('-' the file, '+' now).\nIf now is right: mvn test -Dassay.golden=write\n"
                    + difference(expected.lines().toList(), actual.lines().toList()));
        }
    }

    /** All lines but those that are alike at the start and at the end. */
    private static String difference(List<String> expected, List<String> actual) {
        int shorter = Math.min(expected.size(), actual.size());
        int head = 0;
        while (head < shorter && expected.get(head).equals(actual.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && expected.get(expected.size() - 1 - tail).equals(actual.get(actual.size() - 1 - tail))) {
            tail++;
        }
        StringBuilder text = new StringBuilder("from line " + (head + 1) + ":\n");
        expected.subList(head, expected.size() - tail)
                .forEach(line -> text.append("- ").append(line).append('\n'));
        actual.subList(head, actual.size() - tail)
                .forEach(line -> text.append("+ ").append(line).append('\n'));
        return text.toString();
    }
}
