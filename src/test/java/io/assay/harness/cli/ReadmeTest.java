package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static CommandLine grammar() {
        return Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    }

    /** Every {@code assay ...} line in a block of code, and what {@code -Dassay.args} hands to {@code run}. */
    static Stream<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path document : documents()) {
            boolean code = false;
            for (String line : Files.readAllLines(document)) {
                code ^= line.strip().startsWith("```");
                if (code && line.strip().startsWith("assay ")) {
                    commands.add(line.strip().replaceFirst("\\s+#.*", ""));
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
        List<Path> documents = new ArrayList<>(List.of(README));
        if (Files.exists(Path.of("CONTRIBUTING.md"))) {
            documents.add(Path.of("CONTRIBUTING.md"));
        }
        if (Files.isDirectory(Path.of("docs"))) {
            try (Stream<Path> files = Files.list(Path.of("docs"))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandIsUnderstood(String command) {
        String[] words = command.split("\\s+");
        String[] args = Stream.of(words).skip(1).toArray(String[]::new);
        assertDoesNotThrow(() -> grammar().parseArgs(args), command);
    }

    @Test
    void examplesOfTheHelpAreUnderstood() {
        List<CommandLine> all = new ArrayList<>(grammar().getSubcommands().values());
        all.add(grammar());
        for (CommandLine command : all) {
            for (String example : command.getCommandSpec().usageMessage().footer()) {
                String line = example.strip().split("\\s{3,}")[0];
                String[] args = Stream.of(line.split("\\s+")).skip(1).toArray(String[]::new);
                assertDoesNotThrow(() -> grammar().parseArgs(args), line);
            }
        }
    }

    @Test
    void optionThatIsNamedExists() throws IOException {
        Set<String> known = new TreeSet<>();
        grammar()
                .getSubcommands()
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
