package io.assay.harness.cli;

import io.assay.harness.compare.Comparison;
import io.assay.harness.report.ComparisonText;
import io.assay.harness.report.GraphLinks;
import io.assay.harness.report.HtmlReport;
import io.assay.harness.report.MarkdownReport;
import io.assay.harness.report.ReportedRun;
import io.assay.harness.report.RunJson;
import io.assay.harness.report.RunView;
import io.assay.harness.report.TextReport;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Preset;
import io.assay.harness.run.Profile;
import io.assay.harness.run.Profiles;
import io.assay.harness.run.RunExecutor;
import io.assay.harness.run.RunRequest;
import io.assay.harness.scaling.Expectation;
import io.assay.harness.scaling.PointPlacer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
            "  assay run router --jdk 17 --jdk 25             two JDKs side by side"
        })
final class RunCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            description = "Regular expressions; a benchmark is run if its full name contains a match of one.")
    private List<String> patterns = new ArrayList<>();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "How much time: smoke, quick, standard or thorough (default: ${DEFAULT-VALUE}).",
            defaultValue = "quick")
    private Preset preset = Preset.QUICK;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Runtime profile: a name in profiles/, or a file; repeatable (default: default).")
    private List<String> profiles = new ArrayList<>();

    @Option(
            names = "--jdk",
            paramLabel = "HOME",
            description = "JDK of the forks: its home folder, or a feature version such as 25; repeatable "
                    + "(default: the one that runs this).")
    private List<String> jdks = new ArrayList<>();

    @Option(names = "-p", paramLabel = "NAME=V[,V]", description = "Values of a benchmark parameter; repeatable.")
    private List<String> params = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Run folder: new, or one without a run (default: target/assay/<time>).")
    private @Nullable Path output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the order of forks (default: from the clock, printed).")
    private @Nullable Long seed;

    @Option(names = "--json", description = "Print the result as JSON on standard output, and nothing else there.")
    private boolean json;

    @Option(names = "--forks", paramLabel = "N", description = "Forks a row, instead of the preset's.")
    private @Nullable Integer forks;

    @Option(names = "--warmup-iterations", paramLabel = "N", description = "Instead of the preset's.")
    private @Nullable Integer warmupIterations;

    @Option(names = "--warmup-time", paramLabel = "T", description = "Length of each: 200ms, 2s.")
    private @Nullable String warmupTime;

    @Option(names = "--iterations", paramLabel = "N", description = "Measured iterations, instead of the preset's.")
    private @Nullable Integer iterations;

    @Option(names = "--time", paramLabel = "T", description = "Length of each: 200ms, 2s.")
    private @Nullable String time;

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
        Catalog catalog = Catalog.onClassPath();
        List<Benchmark> benchmarks = catalog.matching(request.patterns());
        baseline.prepare(benchmarks);
        profiling.prepare(baseline);
        benchmarks.forEach(benchmark -> catalog.complexities(benchmark).forEach(Expectation::of));
        Path path = output != null
                ? output
                : Path.of(
                        "target",
                        "assay",
                        LocalDateTime.now(ZoneId.systemDefault()).format(STAMP));
        try (Interruption interruption = new Interruption()) {
            ConsoleProgress progress =
                    new ConsoleProgress(err, here.usageMessage().width());
            RunExecutor executor = new RunExecutor(catalog, progress);
            RunFolder folder = scaling
                    ? executor.run(request, new PointPlacer(), path, interruption)
                    : executor.run(request, path, interruption);
            RunView view = RunView.of(folder);
            Optional<Comparison> comparison = baseline.compare(folder);
            write(folder, new ReportedRun(view, comparison, GraphLinks.NONE));
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
            GraphLinks graphs = profiling.profile(folder, request, baseline, comparison, interruption, err);
            if (!graphs.links().isEmpty()) {
                write(folder, new ReportedRun(view, comparison, graphs));
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

    private static void write(RunFolder folder, ReportedRun run) {
        folder.write("summary.md", MarkdownReport.of(List.of(run)));
        folder.write("report.html", HtmlReport.of(List.of(run)));
    }

    private RunRequest request() {
        Path here = Path.of("");
        List<Profile> loaded = new ArrayList<>();
        for (String name : profiles.isEmpty() ? List.of(Profiles.DEFAULT) : profiles) {
            loaded.add(new Profiles(here).load(name));
        }
        List<JdkFacts> chosen = new ArrayList<>();
        for (String jdk : jdks.isEmpty() ? List.of(System.getProperty("java.home")) : jdks) {
            chosen.add(Jdks.resolve(jdk));
        }
        RunRequest.Overrides overrides = new RunRequest.Overrides(
                count("--forks", forks, 1),
                count("--warmup-iterations", warmupIterations, 0),
                Times.of("--warmup-time", warmupTime),
                count("--iterations", iterations, 1),
                Times.of("--time", time),
                Times.of("--budget", budget));
        return new RunRequest(
                patterns,
                preset,
                overrides,
                parseParams(),
                loaded,
                chosen,
                seed != null ? seed : System.nanoTime() & 0xffff_ffffL,
                fixed);
    }

    private static OptionalInt count(String option, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new UserError(option + " " + value + ": at least " + least);
        }
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private Map<String, List<String>> parseParams() {
        Map<String, List<String>> parsed = new LinkedHashMap<>();
        for (String param : params) {
            int equals = param.indexOf('=');
            if (equals < 1 || equals == param.length() - 1) {
                throw new UserError("-p " + param + ": write -p name=value,value");
            }
            parsed.put(
                    param.substring(0, equals),
                    List.of(param.substring(equals + 1).split(",")));
        }
        return parsed;
    }

    /** Lengths of time on the command line. */
    static final class Times {
        private Times() {}

        static Optional<Duration> of(String option, @Nullable String text) {
            if (text == null) {
                return Optional.empty();
            }
            java.util.regex.Matcher parts = java.util.regex.Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h)")
                    .matcher(text);
            if (!parts.matches()) {
                throw new UserError(option + " " + text + ": no length of time; write 200ms, 2s, 10m or 1h");
            }
            long amount = Long.parseLong(parts.group(1));
            return Optional.of(
                    switch (parts.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        default -> Duration.ofHours(amount);
                    });
        }
    }
}
