package io.assay.harness.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code assay jmh}: JMH's own command line. */
@Command(
        name = "jmh",
        description = "Plain JMH: hands its arguments on ('assay jmh -h' shows them).",
        customSynopsis = "assay jmh [ARGS...]",
        footerHeading = "%nExamples:%n",
        footer = {"  assay jmh -l", "  assay jmh Router -f 1 -prof gc"})
final class JmhCommand implements Callable<Integer> {
    @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    JmhCommand() {}

    @Override
    public Integer call() throws IOException {
        // Ends the process by itself where something fails.
        org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
