package io.assay.harness.cli;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Side;
import io.assay.harness.compare.ab.AbRequest;
import io.assay.harness.compare.ab.AbResult;
import io.assay.harness.compare.ab.AbRun;
import io.assay.harness.profiling.Subject;
import io.assay.harness.report.ComparisonJson;
import io.assay.harness.report.ComparisonMarkdown;
import io.assay.harness.report.ComparisonText;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Preset;
import io.assay.harness.run.Settings;
import io.assay.harness.run.version.Version;
import io.assay.harness.run.version.Versions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** {@code assay ab}: two versions, measured side by side. */
@Command(
        name = "ab",
        description = "Measures two versions side by side: blocks of one fork each in random order, until each row has "
                + "a verdict or the budget is spent. A version is a JMH benchmark jar, or a git commit, which is built "
                + "in a temporary worktree. Without PATTERN the headline rows of each family.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay ab --base main router                    uncommitted work against a branch",
            "  assay ab --base v1.0 --head v1.1 --budget 20m",
            "  assay ab --base old.jar --head new.jar Parse -p n=100",
            "  assay ab --base main --head main --control hpack    does this machine cry wolf?"
        })
final class AbCommand implements Callable<Integer> {
    /** Forks vary by more than iterations do, so many short ones: 0.6 s and 0.4 s, beside 0.3 s to start. */
    private static final Settings SHORT_FORKS =
            new Settings(10_000, 6, Duration.ofMillis(100), 8, Duration.ofMillis(50));

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--base", paramLabel = "JAR|GITREF", required = true, description = "The older version.")
    private String base = "";

    @Option(
            names = "--head",
            paramLabel = "JAR|GITREF",
            description = "The newer version (default: the working tree, uncommitted work included).")
    private @Nullable String head;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            description = "Regular expressions; a benchmark is run if its full name contains a match of one.")
    private List<String> patterns = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "T",
            description = "The most that the forks may take, builds not counted: 90s, 10m (default: ${DEFAULT-VALUE}).",
            defaultValue = "5m")
    private String budget = "5m";

    @Mixin
    private ThresholdOptions thresholds = new ThresholdOptions();

    @Option(
            names = "--control",
            description = "Measure base against itself too; if that shows a change, no score has a verdict.")
    private boolean control;

    @Option(names = "--headlines", description = "Of what PATTERN matches the headline rows only.")
    private boolean headlines;

    @Option(names = "--peers", description = "The rows of peers too, whose code a commit does not change.")
    private boolean peers;

    @Mixin
    private ParamOptions params = new ParamOptions();

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "Iterations of a preset of 'run' instead of short forks (6 of 100ms to warm up, doubled while "
                            + "a row still gets faster, then 8 of 50ms).")
    private @Nullable Preset preset;

    @Mixin
    private SettingsOptions counts = new SettingsOptions();

    @Option(
            names = "--explain",
            description =
                    "Afterwards profile both versions of the rows that are red, and show the frames that changed.")
    private boolean explain;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the order (default: from the clock, printed).")
    private @Nullable Long seed;

    @Mixin
    private TextMarkdownOrJson format = new TextMarkdownOrJson();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder of the results (default: target/assay/ab-<time>).")
    private @Nullable Path output;

    AbCommand() {}

    @Override
    public Integer call() {
        CommandSpec here = Objects.requireNonNull(spec);
        PrintWriter out = here.commandLine().getOut();
        AbConsole console =
                new AbConsole(here.commandLine().getErr(), here.usageMessage().width());
        try (Interruption interruption = new Interruption()) {
            try {
                return run(out, console, interruption);
            } catch (UserError e) {
                if (interruption.happened()) {
                    console.note("interrupted before the first fork");
                    return Interruption.STATUS;
                }
                throw e;
            }
        }
    }

    private int run(PrintWriter out, AbConsole console, Interruption interruption) {
        // What can be wrong with the options is told before anything is built.
        Settings settings = settings();
        Launch start = launch.one();
        Options gate = thresholds.options(List.of(), false);
        Duration most = Arguments.time("--budget", budget).orElseThrow();
        AbRequest.Rows rows = new AbRequest.Rows(patterns, headlines, peers, params.texts());
        Versions versions = new Versions(Path.of(""), interruption, console::note);
        Version older = versions.named(base);
        Version newer = head == null ? versions.workingTree() : versions.named(head);
        if (older.sameAs(newer)) {
            console.note("base and head are the same bytes: an A/A run, which shows this machine's false alarms");
        }
        AbRequest request = new AbRequest(
                older,
                newer,
                rows,
                settings,
                preset != null || counts.namesWarmup(),
                start,
                most,
                gate,
                control,
                Arguments.seed(seed));
        Path folder = Arguments.folder(output, "ab-");
        AbResult result = new AbRun(request, interruption, console).run(folder);
        Comparison comparison = result.comparison(metrics(folder, gate));
        String json = ComparisonJson.of(comparison) + "\n";
        RunFolder.writeAtomically(folder.resolve("ab.json"), json);
        out.print(
                switch (format.format()) {
                    case TEXT -> ComparisonText.of(comparison) + "results: " + folder + System.lineSeparator();
                    case MARKDOWN -> ComparisonMarkdown.of(comparison);
                    case JSON -> json;
                });
        out.flush();
        if (explain && !interruption.happened()) {
            var unused = new Explain(interruption, console::note)
                    .graphs(comparison, Subject.of(older), Subject.of(newer), List.of(start), folder.resolve("flame"));
        }
        return interruption.happened() ? Interruption.STATUS : comparison.failed() ? Main.FAILED : 0;
    }

    /** Allocation and the like, by the rule that compares finished runs: they do not vary as times do. */
    private static List<ComparedRow> metrics(Path folder, Options gate) {
        Path before = folder.resolve("base.json");
        Path after = folder.resolve("head.json");
        return Files.exists(before) && Files.exists(after)
                ? Comparer.of(Side.read(before), Side.read(after), gate.withoutAcceptances())
                        .rows()
                : List.of();
    }

    private Settings settings() {
        Settings all = preset == null ? SHORT_FORKS : preset.settings().withForks(SHORT_FORKS.forks());
        return counts.overrides(Optional.empty()).applyTo(all);
    }
}
