package io.assay.harness.cli;

import io.assay.harness.path.PathBenchmarks;
import io.assay.harness.path.PathCosts;
import io.assay.harness.path.ServerTime;
import io.assay.harness.profiling.FlameRequest;
import io.assay.harness.profiling.FlameResult;
import io.assay.harness.profiling.FlameSession;
import io.assay.harness.profiling.FlameSettings;
import io.assay.harness.profiling.SavedSessions;
import io.assay.harness.profiling.Subject;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.report.GraphLinks;
import io.assay.harness.report.PathJson;
import io.assay.harness.report.PathText;
import io.assay.harness.report.ReportedRun;
import io.assay.harness.report.RunView;
import io.assay.harness.report.TextReport;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import io.assay.harness.run.RunAnalysis;
import io.assay.harness.run.RunExecutor;
import io.assay.harness.run.RunRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay path}: parts added up against the whole, and the rest named. */
@Command(
        name = "path",
        description =
                "Measures the parts of a request, each alone, and the whole over a socket; adds the parts up against "
                        + "the server's CPU time a request, and names the rest (system calls, wake-ups, packages) from a CPU "
                        + "profile of the whole.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay path                                all paths that the benchmarks have, about a minute",
            "  assay path --preset standard -o out/now   figures fit to publish",
            "  assay path --format json                  for programs; nothing else on standard output"
        })
final class PathCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            description =
                    "Regular expressions over benchmark names: paths that have one of them, each as a whole (default: "
                            + "all).")
    private List<String> patterns = new ArrayList<>();

    @Mixin
    private RunFolderOptions run = new RunFolderOptions();

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private TextOrJson format = new TextOrJson();

    PathCommand() {}

    @Override
    public Integer call() {
        CommandSpec here = Objects.requireNonNull(spec);
        PrintWriter out = here.commandLine().getOut();
        PrintWriter err = here.commandLine().getErr();
        RunRequest.Overrides overrides = settings.overrides(Optional.empty());
        Launch only = launch.one();
        Catalog catalog = Catalog.onClassPath();
        List<PathBenchmarks> paths = PathBenchmarks.with(catalog.matching(patterns), catalog.all());
        try (Interruption interruption = new Interruption()) {
            RunFolder folder = new RunExecutor(
                            catalog,
                            new ConsoleProgress(err, here.usageMessage().width()))
                    .run(request(paths, overrides), run.folder("path-"), interruption);
            RunView view = RunView.of(folder);
            new ReportedRun(view, Optional.empty(), GraphLinks.NONE).writeTo(folder);
            if (interruption.happened()) {
                return Interruption.STATUS;
            }
            if (view.failed()) {
                err.print(TextReport.failures(view));
                return Main.FAILED;
            }
            int status = tell(paths, folder, profile(paths, only, folder, interruption, err), out);
            return interruption.happened() ? Interruption.STATUS : status;
        }
    }

    private RunRequest request(List<PathBenchmarks> paths, RunRequest.Overrides overrides) {
        List<String> exactly = paths.stream()
                .flatMap(path -> path.benchmarks().stream())
                .map(PathCommand::exactly)
                .toList();
        return new RunRequest(exactly, run.preset(), overrides, Map.of(), launch.profiles(), launch.jdks(), run.seed());
    }

    private static String exactly(String benchmark) {
        return "^" + Pattern.quote(benchmark) + "$";
    }

    private static FlameResult profile(
            List<PathBenchmarks> paths, Launch launch, RunFolder folder, Interruption interruption, PrintWriter err) {
        FlameRequest request = new FlameRequest(
                Optional.empty(),
                Subject.own(),
                FlameRequest.Rows.matching(
                        paths.stream().map(path -> exactly(path.whole())).toList(), Map.of()),
                List.of(launch),
                FlameSettings.single(List.of(SampledEvent.CPU)));
        return new FlameSession(request, interruption, err::println)
                .run(folder.path().resolve("flame"));
    }

    private int tell(List<PathBenchmarks> paths, RunFolder folder, FlameResult profiled, PrintWriter out) {
        RunAnalysis analysis = RunAnalysis.of(folder.rows(), folder.cells());
        List<PathCosts> costs = new ArrayList<>();
        for (PathBenchmarks path : paths) costs.add(PathCosts.of(path, analysis, time(path, profiled)));
        StringBuilder text = new StringBuilder();
        costs.forEach(cost -> text.append(PathText.of(cost)).append('\n'));
        folder.write("path.txt", text.toString());
        String json = PathJson.of(costs, profiled.failures()) + "\n";
        folder.write("path.json", json);
        out.print(format.format() == TextOrJson.Format.JSON ? json : text);
        if (format.format() == TextOrJson.Format.TEXT) {
            profiled.failures().forEach(failure -> out.println("FAILED " + failure));
            profiled.graphs().forEach(graph -> out.println("graph:   " + graph.page()));
            out.println("results: " + folder.path().resolve(RunFolder.RESULT));
        }
        out.flush();
        return profiled.failures().isEmpty() ? 0 : Main.FAILED;
    }

    private static ServerTime time(PathBenchmarks path, FlameResult profiled) {
        if (profiled.graphs().stream()
                .noneMatch(graph -> graph.key().benchmark().equals(path.whole()))) {
            return ServerTime.none(profiled.failures());
        }
        try {
            SavedSessions.Kept kept = SavedSessions.profile(profiled.folder(), path.whole(), SampledEvent.CPU);
            return ServerTime.of(kept.profile(), kept.facts());
        } catch (IOException e) {
            throw new UserError(profiled.folder() + ": the profile cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
