package io.assay.harness.cli;

import io.assay.harness.report.HtmlReport;
import io.assay.harness.report.RunView;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay report}: one self-contained page on one or more runs. */
@Command(
        name = "report",
        description = "Writes one self-contained HTML page on run folders.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  assay report target/assay/quick", "  assay report out/before out/after -o both.html"})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "Run folders.")
    private List<Path> results = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The page (default: report.html in the first run folder).")
    private @Nullable Path output;

    ReportCommand() {}

    @Override
    public Integer call() {
        List<RunView> views = new ArrayList<>();
        for (Path result : results) {
            views.add(RunView.of(RunFolder.open(result)));
        }
        Path target = output != null ? output : results.get(0).resolve("report.html");
        if (Files.isDirectory(target)) {
            throw new UserError("-o " + target + ": is a folder; name a file, " + target.resolve("report.html"));
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UserError(
                        "-o " + target + ": its folder cannot be made ("
                                + e.getClass().getSimpleName() + "); name another place",
                        e);
            }
        }
        RunFolder.writeAtomically(target.toAbsolutePath(), HtmlReport.of(views));
        java.util.Objects.requireNonNull(spec).commandLine().getOut().println("report: " + target);
        return 0;
    }
}
