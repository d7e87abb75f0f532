package io.assay.harness.cli;

import io.assay.harness.matrix.HeapCurveSelection;
import io.assay.harness.matrix.MatrixSelection;
import io.assay.harness.report.MatrixHtml;
import io.assay.harness.report.MatrixJson;
import io.assay.harness.report.MatrixMarkdown;
import io.assay.harness.report.MatrixText;
import io.assay.harness.report.MatrixView;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Columns;
import io.assay.harness.run.HeapProbe;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Preset;
import io.assay.harness.run.Profile;
import io.assay.harness.run.Profiles;
import io.assay.harness.run.RunExecutor;
import io.assay.harness.run.RunRequest;
import io.assay.harness.run.Selection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay matrix}: profiles x workloads, and what each choice brings. */
@Command(
        name = "matrix",
        description =
                "Runs workloads under several profiles, all forks interleaved, and tells what containers, collector, "
                        + "checks and JDK each bring. Without PATTERN the columns are the reference workloads; without --profile "
                        + "the rows are its five.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay matrix                                      five rows, the reference's columns, 15 minutes",
            "  assay matrix --all --budget 1h                    every profile but those for other commands",
            "  assay matrix EventsBenchmark -p implementation=ASSAY --heap-curve",
            "  assay matrix CoroutinesBenchmark.oneLoop -p n=5000000 --threads 1,2,4,8 --profile jdk-g1",
            "  assay matrix --from target/assay/matrix --format markdown"
        })
final class MatrixCommand implements Callable<Integer> {
    /** The reference's rows, in its order. */
    private static final List<String> ROWS =
            List.of("jdk-g1", "jdk-parallel", "jdk-parallel-unchecked", "fastutil-g1", "fastutil-parallel");

    /** Half of the two percent that an interval may be wide. */
    private static final double PRECISION = 0.01;

    private static final int MOST_THREADS = 1_024;

    private static final Set<String> FOR_A_RUN_THAT_IS_THERE = Set.of("--from", "--format");

    /** How the table is printed. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON,
        HTML
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            description =
                    "Regular expressions; the columns are our implementations' rows of the benchmarks that match (all "
                            + "implementations' with -p implementation=...).")
    private List<String> patterns = new ArrayList<>();

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    @Option(
            names = "--all",
            description =
                    "Every profile in profiles/, or of those that come with the jar, but default (jdk-g1 under another "
                            + "name) and those with 'matrix = off', such as interpreted, which is for run --scaling.")
    private boolean all;

    @Mixin
    private ParamOptions params = new ParamOptions();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Lengths of warm-up and iterations: smoke, quick, standard or thorough (default: "
                    + "${DEFAULT-VALUE}). Forks are added until a cell's interval is 2%% wide or the time is spent.",
            defaultValue = "standard")
    private Preset preset = Preset.STANDARD;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--budget",
            paramLabel = "T",
            description =
                    "Time for the whole: 90s, 10m (default: ${DEFAULT-VALUE}). Where three forks of every cell would "
                            + "take longer, a balanced part of the cells is run; the table says which.",
            defaultValue = "15m")
    private String budget = "15m";

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            description = "Run each workload on so many threads at once, each doing the whole of it: 1,2,4,8.")
    private List<Integer> threads = new ArrayList<>();

    @Option(
            names = "--heap-curve",
            description =
                    "Find the smallest heap that the workload completes with, and run it at 1.2, 1.5, 2, 3 and 6 times "
                            + "that under each profile (default: one for each collector). The search may take half of the "
                            + "budget.")
    private boolean heapCurve;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the order of forks, and of the part that a budget "
                    + "chooses (default: from the clock, printed).")
    private @Nullable Long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Run folder: new, or one without a run (default: target/assay/matrix-<time>).")
    private @Nullable Path output;

    @Option(names = "--from", paramLabel = "DIR", description = "Run nothing: print the table of this run folder.")
    private @Nullable Path from;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "text, markdown, json or html on standard output (default: ${DEFAULT-VALUE}); the run folder "
                    + "gets all but the first.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    MatrixCommand() {}

    @Override
    public Integer call() {
        CommandSpec here = Objects.requireNonNull(spec);
        PrintWriter out = here.commandLine().getOut();
        PrintWriter err = here.commandLine().getErr();
        if (from != null) {
            if (!patterns.isEmpty()
                    || here.commandLine().getParseResult().matchedOptions().stream()
                            .anyMatch(option -> !FOR_A_RUN_THAT_IS_THERE.contains(option.longestName()))) {
                throw new UserError(
                        "--from " + from + " prints a run that is there: it takes --format and nothing else");
            }
            RunFolder folder = RunFolder.open(from);
            if (!folder.complete()) {
                throw new UserError("--from " + from + ": no run of this program (cells.json and environment.json)");
            }
            out.print(formatted(MatrixView.of(folder, MatrixHeadings.ofClassPath())));
            out.flush();
            return 0;
        }
        checkThreads();
        try (Interruption interruption = new Interruption()) {
            return measure(out, err, here.usageMessage().width(), interruption);
        }
    }

    private int measure(PrintWriter out, PrintWriter err, int width, Interruption interruption) {
        Catalog catalog = Catalog.onClassPath();
        catalog.all().forEach(Columns::check);
        Map<String, List<String>> given = params.values();
        long drawn = Arguments.seed(seed);
        MatrixSelection selection = new MatrixSelection(
                !patterns.isEmpty(), given.containsKey(RowKey.IMPLEMENTATION), threads, PRECISION, drawn);
        Path path = Arguments.folder(output, "matrix-");
        List<Profile> profiles = profiles();
        Duration time = Arguments.time("--budget", budget).orElseThrow();
        Selection cells = selection;
        Optional<HeapSearch.Found> heaps = Optional.empty();
        if (heapCurve) {
            HeapSearch search = new HeapSearch(catalog, selection, new HeapProbe(interruption), err::println);
            heaps = search.find(patterns, given, profiles, launch.jdks(), time.dividedBy(2));
            if (heaps.isEmpty()) {
                return Interruption.STATUS;
            }
            profiles = heaps.get().profiles();
            cells = new HeapCurveSelection(selection, heaps.get().operation());
            time = longer(time.minus(heaps.get().heaps().took()), Duration.ofSeconds(1));
        }
        RunRequest request = new RunRequest(
                patterns, preset, settings.overrides(Optional.of(time)), given, profiles, launch.jdks(), drawn, false);
        RunFolder folder =
                new RunExecutor(catalog, new ConsoleProgress(err, width)).run(request, cells, path, interruption);
        heaps.ifPresent(found -> found.heaps().writeTo(folder));
        MatrixView view = MatrixView.of(folder, MatrixHeadings.of(catalog));
        folder.write("matrix.md", MatrixMarkdown.of(view));
        folder.write("matrix.json", MatrixJson.of(view) + "\n");
        folder.write("matrix.html", MatrixHtml.of(view));
        out.print(formatted(view));
        if (format == Format.TEXT) {
            out.println("results: " + folder.path().resolve(RunFolder.RESULT));
            out.println("report:  " + folder.path().resolve("matrix.html"));
        }
        out.flush();
        if (interruption.happened()) {
            return Interruption.STATUS;
        }
        return view.table().failed() ? Main.FAILED : 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private List<Profile> profiles() {
        if (all) {
            if (launch.namesProfiles()) {
                throw new UserError("--all and --profile: every profile, or some; drop one of the two");
            }
            return new Profiles(Path.of("")).ofMatrix();
        }
        return launch.profiles(heapCurve ? HeapSearch.PROFILES : ROWS);
    }

    private void checkThreads() {
        for (int count : threads) {
            if (count < 1 || count > MOST_THREADS) {
                throw new UserError("--threads " + count + ": 1 to " + MOST_THREADS + " threads");
            }
            if (Collections.frequency(threads, count) > 1) {
                throw new UserError("--threads " + count + " is given twice; drop one");
            }
        }
        if (heapCurve && !threads.isEmpty()) {
            throw new UserError("--heap-curve and --threads: vary one at a time");
        }
        if (Arguments.time("--budget", budget)
                .filter(time -> time.compareTo(Duration.ofSeconds(1)) < 0)
                .isPresent()) {
            throw new UserError("--budget " + budget + ": too short for a fork");
        }
    }

    private String formatted(MatrixView view) {
        return switch (format) {
            case TEXT -> MatrixText.of(view);
            case MARKDOWN -> MatrixMarkdown.of(view);
            case JSON -> MatrixJson.of(view) + "\n";
            case HTML -> MatrixHtml.of(view);
        };
    }
}
