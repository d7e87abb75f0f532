package io.assay.harness.cli;

import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Side;
import io.assay.harness.history.store.StoreUrl;
import io.assay.harness.report.GraphLinks;
import io.assay.harness.report.HtmlReport;
import io.assay.harness.report.MarkdownReport;
import io.assay.harness.report.MatrixView;
import io.assay.harness.report.ReportedHistory;
import io.assay.harness.report.ReportedRun;
import io.assay.harness.report.RunView;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay report}: one self-contained page on one or more runs, and a summary for a pull request. */
@Command(
        name = "report",
        description = "Writes one self-contained HTML page on results. Ends with status 1 if a row became slower than "
                + "--baseline.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay report target/assay/quick                           report.html in the run folder",
            "  assay report out/before out/after -o both.html            two runs on one page",
            "  assay report jmh-result.json -o page.html                 anybody's JMH result (-rf json)",
            "  assay report out/now --baseline out/then --summary s.md   with verdicts, and as a comment",
            "  assay report out/now --store jdbc:postgresql://db/bench   with the past of its rows from there"
        })
final class ReportCommand implements Callable<Integer> {
    private static final String PAGE = "report.html";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "RESULT",
            arity = "1..*",
            description = "Run folders, or JMH JSON files of any JMH version.")
    private List<Path> results = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The page (default: report.html in the first run folder, or beside the first file under its "
                    + "name).")
    private @Nullable Path output;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Also write Markdown for a pull request: verdict and changes first, the rest folded, never "
                    + "more than a comment may hold.")
    private @Nullable Path summary;

    @Option(
            names = "--baseline",
            paramLabel = "FILE|DIR",
            description = "Begin with the verdicts against this result: a JMH JSON file or a run folder.")
    private @Nullable Path baseline;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "Show the past of the rows from this store: a file, jdbc:sqlite:FILE or "
                    + "jdbc:postgresql://HOST/DATABASE (default: the variable ASSAY_STORE, else .assay/history.db in "
                    + "the project, where it knows one of the rows).")
    private @Nullable String store;

    @Option(names = "--no-history", description = "Leave the past out.")
    private boolean noHistory;

    @Mixin
    private GateOptions gate = new GateOptions();

    ReportCommand() {}

    @Override
    public Integer call() {
        if (baseline == null && gate.given()) {
            throw new UserError(
                    "--threshold, --thresholds, --control and --fail-on-any need a --baseline to be held against");
        }
        Path page = file("-o", output != null ? output : usual(results.get(0)));
        Optional<Path> markdown = Optional.ofNullable(summary).map(path -> file("--summary", path));
        List<ReportedRun> runs = runs(folder(page));
        Optional<ReportedHistory> history = history(runs);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        RunFolder.writeAtomically(page.toAbsolutePath(), HtmlReport.of(runs, history));
        out.println("report: " + page);
        markdown.ifPresent(path -> {
            RunFolder.writeAtomically(path.toAbsolutePath(), MarkdownReport.of(runs));
            out.println("summary: " + path);
        });
        out.flush();
        return runs.stream().flatMap(run -> run.comparison().stream()).anyMatch(Comparison::failed) ? Main.FAILED : 0;
    }

    private Optional<ReportedHistory> history(List<ReportedRun> runs) {
        if (noHistory) {
            return Optional.empty();
        }
        if (store != null) {
            return Optional.of(ReportHistory.read(StoreUrl.of(store), runs));
        }
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        return ReportHistory.ifAny(StoreUrl.byDefault(Path.of(""), System.getenv()), runs, err);
    }

    private List<ReportedRun> runs(Path from) {
        Optional<Side> base = Optional.ofNullable(baseline).map(Side::read);
        Options options = gate.options();
        List<ReportedRun> runs = new ArrayList<>();
        for (Path result : results) {
            RunView view = RunView.read(result);
            runs.add(new ReportedRun(
                    view,
                    base.map(older -> Comparer.of(older, Side.read(result), options)),
                    Files.isDirectory(result) ? GraphLinks.found(from, result) : GraphLinks.NONE,
                    view.launches() > 1
                            ? Optional.of(MatrixView.of(RunFolder.open(result), MatrixHeadings.ofClassPath()))
                            : Optional.empty()));
        }
        return runs;
    }

    /** A page of a file keeps the file's name, so that it takes the place of no other's. */
    private static Path usual(Path result) {
        if (Files.isDirectory(result)) {
            return result.resolve(PAGE);
        }
        String name = String.valueOf(result.getFileName());
        return result.resolveSibling((name.endsWith(".json") ? name.substring(0, name.length() - 5) : name) + ".html");
    }

    /** Refuses a place that nothing can be written to before anything is read. */
    private static Path file(String option, Path target) {
        if (Files.isDirectory(target)) {
            throw new UserError(option + " " + target + ": is a folder; name a file, " + target.resolve(PAGE));
        }
        try {
            Files.createDirectories(folder(target));
        } catch (IOException e) {
            throw new UserError(
                    option + " " + target + ": its folder cannot be made ("
                            + e.getClass().getSimpleName() + "); name another place",
                    e);
        }
        return target;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }
}
