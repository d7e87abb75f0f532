package io.assay.harness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.harness.result.UserError;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code assay}: the command line. */
@Command(
        name = "assay",
        description = "Measures framework primitives of the JVM beside their strongest peers.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay run                         headline rows of every family, ten minutes",
            "  assay run router --preset smoke   does it work?",
            "  assay list router                 what there is to measure",
            "  assay doctor --noise              what in this machine spoils a measurement"
        })
public final class Main implements Runnable {
    /** A verdict failed, or a benchmark did. */
    static final int FAILED = 1;

    /** Unusable arguments or input. */
    static final int UNUSABLE = 2;

    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            AbCommand.class,
            ListCommand.class,
            CompareCommand.class,
            ScalingCommand.class,
            MatrixCommand.class,
            ReportCommand.class,
            FlameCommand.class,
            PathCommand.class,
            MergeCommand.class,
            RecordCommand.class,
            HistoryCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            JmhCommand.class,
            CommandLine.HelpCommand.class);

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** For picocli. */
    public Main() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        int status = execute(args, new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8));
        System.exit(status);
    }

    /**
     * Runs a command; for {@link #main} and for tests.
     *
     * <p>What the user can mend is one line and {@link #UNUSABLE}. An exception that nobody expected is a defect of this
     * program: its stack trace is printed, because it is all that a report of it can go by, and the status is {@link
     * #FAILED}, because no other argument or input would mend it.
     */
    static int execute(String[] args, PrintWriter out, PrintWriter err) {
        return commandLine(asked(args), out, err).execute(args);
    }

    /** The command that the first argument names, else all: reading the options of all takes longer than most commands. */
    private static List<Class<?>> asked(String[] args) {
        List<Class<?>> asked = COMMANDS.stream()
                .filter(command -> command != CommandLine.HelpCommand.class)
                .filter(command -> args.length > 0
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .toList();
        return asked.isEmpty() ? COMMANDS : asked;
    }

    /** The whole grammar, with its handlers of errors. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(COMMANDS, out, err);
    }

    private static CommandLine commandLine(List<Class<?>> commands, PrintWriter out, PrintWriter err) {
        CommandLine assay = new CommandLine(new Main());
        commands.forEach(assay::addSubcommand);
        return assay.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof UserError) {
                        err.println("assay: " + exception.getMessage());
                        return UNUSABLE;
                    }
                    err.println("assay: internal error, please report it with the lines below");
                    exception.printStackTrace(err);
                    return FAILED;
                })
                .setParameterExceptionHandler((exception, arguments) -> {
                    err.println("assay: " + exception.getMessage() + "; '"
                            + exception.getCommandLine().getCommandSpec().qualifiedName()
                            + " --help' shows what there is");
                    return UNUSABLE;
                });
    }

    @Override
    public void run() {
        CommandLine.Model.CommandSpec here = java.util.Objects.requireNonNull(spec);
        throw new CommandLine.ParameterException(here.commandLine(), "a command is missing");
    }
}
