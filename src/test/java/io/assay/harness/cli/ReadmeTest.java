package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Catalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@DisplayName("What the documents tell people to type is understood")
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern HANDED_ON = Pattern.compile("-Dassay\\.args=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("`(--?[a-z][a-z-]*)[^`]*`");
    private static final Pattern FILE = Pattern.compile("]\\(([^):#]+)\\)");
    private static final Pattern BY_JAVA = Pattern.compile("^java -jar (?:\\S*/)?benchmarks\\.jar(?= )");

    /** What takes patterns over the names of this project's benchmarks. */
    private static final Set<String> OF_BENCHMARKS = Set.of("run", "list", "ab", "flame", "matrix", "path");

    private static final CommandLine GRAMMAR =
            Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));

    /** Every {@code assay ...} line in a block of code, or the jar's, and what {@code -Dassay.args} hands to {@code run}. */
    static Stream<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path document : documents()) {
            boolean code = false;
            for (String line : Files.readAllLines(document)) {
                code ^= line.strip().startsWith("```");
                String typed = BY_JAVA.matcher(line.strip()).replaceFirst("assay");
                if (code && typed.startsWith("assay ")) {
                    commands.add(typed.replaceFirst("\\s+#.*", ""));
                }
                HANDED_ON
                        .matcher(line)
                        .results()
                        .map(args -> args.group(1))
                        .filter(args -> !args.equals("..."))
                        .forEach(args -> commands.add("assay run " + args));
            }
        }
        return commands.stream();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents =
                new ArrayList<>(List.of(README, Path.of("CONTRIBUTING.md"), Path.of("examples", "README.md")));
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandIsUnderstood(String command) {
        CommandLine.ParseResult parsed = assertDoesNotThrow(() -> parse(command), command);
        assertBenchmarksExist(parsed, command);
    }

    private static CommandLine.ParseResult parse(String command) {
        return GRAMMAR.parseArgs(Stream.of(command.split("\\s+"))
                .skip(1)
                // As the shell hands it over.
                .map(word -> word.replace("'", ""))
                .toArray(String[]::new));
    }

    /** Patterns match benchmarks that have the parameters; those of other projects' jars are not known here. */
    private static void assertBenchmarksExist(CommandLine.ParseResult parsed, String command) {
        if (!parsed.hasSubcommand()
                || !OF_BENCHMARKS.contains(parsed.subcommand().commandSpec().name())
                || command.contains(".jar")
                || command.contains("PATTERN")) {
            return;
        }
        List<String> patterns = new ArrayList<>();
        parsed.subcommand().matchedPositionals().forEach(pattern -> patterns.addAll(pattern.getValue()));
        Map<String, List<String>> params = new LinkedHashMap<>();
        for (String param : parsed.subcommand().<List<String>>matchedOptionValue("-p", List.of())) {
            params.put(
                    param.replaceFirst("=.*", ""),
                    List.of(param.replaceFirst(".*?=", "").split(",")));
        }
        Catalog catalog = Catalog.onClassPath();
        for (String pattern : patterns) {
            List<Benchmark> found = assertDoesNotThrow(() -> catalog.matching(List.of(pattern)), command);
            assertTrue(
                    found.stream()
                            .anyMatch(benchmark -> benchmark.params().keySet().containsAll(params.keySet())
                                    && catalog.narrowed(benchmark, params).isPresent()),
                    () -> command + ": no benchmark has these parameters");
        }
    }

    @Test
    void examplesOfTheHelpAreUnderstood() {
        List<CommandLine> all = new ArrayList<>(GRAMMAR.getSubcommands().values());
        all.add(GRAMMAR);
        for (CommandLine command : all) {
            for (String example : command.getCommandSpec().usageMessage().footer()) {
                String line = example.strip().split("\\s{3,}")[0];
                assertBenchmarksExist(assertDoesNotThrow(() -> parse(line), line), line);
            }
        }
    }

    @Test
    void optionThatIsNamedExists() throws IOException {
        Set<String> known = new TreeSet<>();
        GRAMMAR.getSubcommands()
                .values()
                .forEach(c -> known.addAll(c.getCommandSpec().optionsMap().keySet()));
        Set<String> named = new TreeSet<>();
        Matcher options = OPTION.matcher(Files.readString(README));
        while (options.find()) {
            if (!options.group(1).startsWith("-D")) {
                named.add(options.group(1));
            }
        }
        assertFalse(named.isEmpty(), "the README names options");
        named.removeAll(known);
        assertTrue(named.isEmpty(), "named in the README, unknown to the program: " + named);
    }

    @Test
    void fileThatIsLinkedExists() throws IOException {
        for (Path document : documents()) {
            Matcher links = FILE.matcher(Files.readString(document));
            while (links.find()) {
                Path target = document.resolveSibling(links.group(1));
                assertTrue(Files.exists(target), document + " links to " + target);
            }
        }
    }
}
