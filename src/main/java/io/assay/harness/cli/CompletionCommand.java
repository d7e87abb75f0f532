package io.assay.harness.cli;

import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.run.Profiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay completion}: commands, options and their values by the Tab key. */
@Command(
        name = "completion",
        description = "Prints what makes a shell complete commands, options and values of 'assay' by the Tab key.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay completion bash   in ~/.bashrc: source <(assay completion bash)",
            "  assay completion zsh    in ~/.zshrc, behind compinit: source <(assay completion zsh)"
        })
final class CompletionCommand implements Callable<Integer> {
    /** What the shell is to complete: the shell function or script that starts the jar. */
    private static final String NAME = "assay";

    /** Both take the same text: for zsh it turns on zsh's own emulation of bash's completion. */
    enum Shell {
        BASH,
        ZSH
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    @SuppressWarnings("UnusedVariable") // picocli refuses other shells
    private @Nullable Shell shell;

    CompletionCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CommandLine grammar = Main.commandLine(out, out);
        Map<String, List<String>> names = names();
        grammar.getSubcommands().values().forEach(command -> nameValues(command.getCommandSpec(), names));
        out.print(AutoComplete.bash(NAME, grammar));
        out.flush();
        return 0;
    }

    /** Values of options that are texts to the parser, because it is not the one that explains what is wrong with them. */
    private static Map<String, List<String>> names() {
        List<String> events =
                Arrays.stream(SampledEvent.values()).map(SampledEvent::key).toList();
        return Map.of("--profile", new Profiles(Path.of("")).names(), "--event", events, "--prof", events);
    }

    private static void nameValues(CommandSpec command, Map<String, List<String>> names) {
        for (OptionSpec option : List.copyOf(command.options())) {
            List<String> known = names.getOrDefault(option.longestName(), constants(option));
            if (!known.isEmpty()) {
                command.remove(option);
                // picocli keeps the values under the label, and several options share one.
                command.addOption(option.toBuilder()
                        .paramLabel(option.longestName().replaceFirst("^-+", ""))
                        .completionCandidates(known)
                        .build());
            }
        }
        for (PositionalParamSpec parameter : List.copyOf(command.positionalParameters())) {
            List<String> known = constants(parameter);
            if (!known.isEmpty()) {
                command.remove(parameter);
                command.addPositional(
                        parameter.toBuilder().completionCandidates(known).build());
            }
        }
    }

    /** As the documents write them: in lower case. */
    private static List<String> constants(ArgSpec argument) {
        return !argument.type().isEnum()
                ? List.of()
                : Arrays.stream(argument.type().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .toList();
    }
}
