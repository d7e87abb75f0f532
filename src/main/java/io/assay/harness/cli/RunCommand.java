package io.assay.harness.cli;

import io.assay.harness.compare.Comparison;
import io.assay.harness.report.ComparisonText;
import io.assay.harness.report.GraphLinks;
import io.assay.harness.report.ReportedRun;
import io.assay.harness.report.RunJson;
import io.assay.harness.report.RunView;
import io.assay.harness.report.TextReport;
import io.assay.harness.result.RunFolder;
import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.RunExecutor;
import io.assay.harness.run.RunRequest;
import io.assay.harness.run.Shard;
import io.assay.harness.scaling.Expectation;
import io.assay.harness.scaling.PointPlacer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay run}: measures, writes the run folder, prints the tables. */
@Command(
        name = "run",
        description = "Runs benchmarks and ranks them. Without PATTERN, smoke and quick run the headline rows of each "
                + "family within a whole-suite budget; a PATTERN runs all its rows.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay run                                        the quick suite, ten minutes",
            "  assay run router -p workload=GITHUB_HIT          one workload, all routers",
            "  assay run router --preset standard -o out/now    figures fit to publish",
            "  assay run router --jdk 17 --jdk 25               two JDKs side by side",
            "  assay run --jar other-benchmarks.jar             the benchmarks of another project"
        })
final class RunCommand implements Callable<Integer> {
    /** Of shards: a seed from each machine's clock would split the suite differently on each. */
    private static final long SHARED_SEED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            description = "Regular expressions; a benchmark is run if its full name contains a match of one.")
    private List<String> patterns = new ArrayList<>();

    @Mixin
    private RunFolderOptions run = new RunFolderOptions();

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    @Mixin
    private ParamOptions params = new ParamOptions();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Run the I-th of N parts of the suite, for N machines; 'merge' puts them together. Rows that "
                    + "are compared stay in one part. All parts need the same --seed (default here: 1).")
    private @Nullable String shard;

    @Option(names = "--json", description = "Print the result as JSON on standard output, and nothing else there.")
    private boolean json;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--fixed",
            description =
                    "Measure the preset's counts in full: no fork or row stops early. A number given above is the "
                            + "number that is run in any case.")
    private boolean fixed;

    @Option(
            names = "--scaling",
            description =
                    "Run the benchmarks that have a size (@Sizes), and place the sizes where they tell complexity "
                            + "classes apart, within --budget (default: 5m).")
    private boolean scaling;

    @Option(
            names = "--budget",
            paramLabel = "T",
            description = "Fit the run into this time: 90s, 10m (default: the preset's, if no PATTERN is given).")
    private @Nullable String budget;

    @Mixin
    private JarOption jar = new JarOption();

    @Mixin
    private Baseline baseline = new Baseline();

    @Mixin
    private RunProfiles profiling = new RunProfiles();

    RunCommand() {}

    @Override
    public Integer call() {
        CommandSpec here = java.util.Objects.requireNonNull(spec);
        PrintWriter out = here.commandLine().getOut();
        PrintWriter err = here.commandLine().getErr();
        RunRequest request = request();
        try (Interruption interruption = new Interruption();
                Measured measured = jar.open(launch, params, interruption)) {
            Catalog catalog = measured.catalog();
            List<Benchmark> benchmarks = catalog.matching(request.patterns());
            baseline.prepare(benchmarks);
            profiling.prepare(baseline);
            benchmarks.forEach(benchmark -> catalog.complexities(benchmark).forEach(Expectation::of));
            Path path = run.folder("");
            ConsoleProgress progress =
                    new ConsoleProgress(err, here.usageMessage().width());
            RunExecutor executor = measured.executor(progress);
            RunFolder folder = scaling
                    ? executor.run(request, new PointPlacer(), path, interruption)
                    : executor.run(request, path, interruption);
            RunView view = RunView.of(folder);
            Optional<Comparison> comparison = baseline.compare(folder);
            new ReportedRun(view, comparison, GraphLinks.NONE).writeTo(folder);
            out.print(
                    json
                            ? RunJson.of(view, comparison) + "\n"
                            : TextReport.of(view)
                                    + comparison
                                            .map(c -> "\n" + ComparisonText.of(c))
                                            .orElse(""));
            if (!json) {
                out.println("results: " + folder.path().resolve(RunFolder.RESULT));
                out.println("report:  " + folder.path().resolve("report.html"));
            }
            out.flush();
            GraphLinks graphs =
                    profiling.profile(folder, request, measured.subject(), baseline, comparison, interruption, err);
            if (!graphs.links().isEmpty()) {
                new ReportedRun(view, comparison, graphs).writeTo(folder);
            }
            if (interruption.happened()) {
                return Interruption.STATUS;
            }
            boolean failed =
                    view.failed() || comparison.filter(Comparison::failed).isPresent();
            baseline.tell(TextReport.failures(view)
                    + comparison.map(ComparisonText::verdict).orElse("")
                    + ComparisonText.ending(failed)
                    + "\n");
            return failed ? Main.FAILED : 0;
        }
    }

    private RunRequest request() {
        return new RunRequest(
                patterns,
                run.preset(),
                settings.overrides(Arguments.time("--budget", budget)),
                params.values(),
                launch.profiles(),
                launch.jdks(),
                shard != null && !run.namesSeed() ? SHARED_SEED : run.seed(),
                fixed,
                Optional.ofNullable(shard).map(text -> Shard.of("--shard", text)));
    }
}
