package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("The example workflows are YAML, and what they type is understood")
class ExamplesTest {
    private static final Path FOLDER = Path.of("docs/examples");

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        }
    }

    private static Object parse(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    /** Every text of the document, wherever it stands. */
    private static void texts(Object node, List<String> texts) {
        if (node instanceof Map<?, ?> map) {
            map.values().forEach(value -> texts(value, texts));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> texts(value, texts));
        } else if (node instanceof String text) {
            texts.add(text);
        }
    }

    private static List<String> commands(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        texts(parse(file), texts);
        return texts.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.startsWith("assay "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void commandsAreUnderstood(Path file) throws IOException {
        List<String> commands = commands(file);
        assertFalse(commands.isEmpty(), () -> file + " types no command of ours");
        for (String command : commands) {
            String[] args = command.replaceFirst("\\s*>>?\\s*\\S+$", "")
                    .replaceAll("\\$\\{\\{[^}]*}}|\\$\\w+", "1")
                    .replace("\"", "")
                    .split("\\s+");
            var grammar = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
            assertDoesNotThrow(() -> grammar.parseArgs(Stream.of(args).skip(1).toArray(String[]::new)), command);
        }
    }

    @Test
    @DisplayName("GitHub's have triggers, jobs with steps; GitLab's jobs scripts; Kubernetes' an indexed Job")
    void shapes() throws IOException {
        for (Path file : examples().toList()) {
            Map<?, ?> document = (Map<?, ?>) parse(file);
            String name = file.getFileName().toString();
            if (name.startsWith("github")) {
                assertTrue(document.containsKey("on"), name);
                Map<?, ?> jobs = (Map<?, ?>) document.get("jobs");
                jobs.values().forEach(job -> assertTrue(((Map<?, ?>) job).get("steps") instanceof List, name));
            } else if (name.startsWith("gitlab")) {
                assertTrue(((Map<?, ?>) document.get("compare")).get("script") instanceof List, name);
                ((List<?>) ((Map<?, ?>) document.get("default")).get("before_script"))
                        .forEach(line -> assertTrue(line instanceof String, line + " must be quoted"));
            } else {
                Map<?, ?> spec = (Map<?, ?>) document.get("spec");
                assertEquals("Indexed", spec.get("completionMode"));
                assertEquals(spec.get("completions"), spec.get("parallelism"));
                assertTrue(commands(file).get(0).contains("--shard 1/" + spec.get("completions"))
                        || commands(file).get(0).contains("/" + spec.get("completions") + " "));
            }
        }
        assertEquals(4, examples().count());
    }
}
