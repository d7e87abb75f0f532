package io.assay.harness.cli;

import io.assay.harness.profiling.FlameRequest;
import io.assay.harness.profiling.FlameResult;
import io.assay.harness.profiling.FlameSession;
import io.assay.harness.profiling.FlameSettings;
import io.assay.harness.profiling.Graph;
import io.assay.harness.profiling.SavedSessions;
import io.assay.harness.profiling.Subject;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import io.assay.harness.run.version.Version;
import io.assay.harness.run.version.Versions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay flame}: where the time or the memory goes, and what a new version changed in that. */
@Command(
        name = "flame",
        description = "Profiles benchmarks in forks of their own and writes a flame graph for each: a page that needs "
                + "nothing but a browser. With --base, base and head in turns and one graph of what changed; base and "
                + "head may also be two folders that this command wrote.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay flame RouterBenchmark.match -p implementation=ASSAY -p workload=GITHUB_HIT",
            "  assay flame hpack --event cpu --event alloc",
            "  assay flame router --base main                   this version against a branch",
            "  assay flame --base out/before --head out/after   two sessions that are there already"
        })
final class FlameCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            description = "Regular expressions; a benchmark is profiled if its full name contains a match of one.")
    private List<String> patterns = new ArrayList<>();

    @Mixin
    private ParamOptions params = new ParamOptions();

    @Option(
            names = "--event",
            paramLabel = "NAME",
            split = ",",
            description = "cpu, alloc, lock, wall or nativemem; repeatable, all in one recording (default: cpu).")
    private List<String> events = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "JAR|GITREF|DIR",
            description = "The older version: a benchmark jar, a git commit, or a folder that this command wrote.")
    private @Nullable String base;

    @Option(
            names = "--head",
            paramLabel = "JAR|GITREF|DIR",
            description = "The newer version (default: the benchmarks of this program).")
    private @Nullable String head;

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    @Option(
            names = "--forks",
            paramLabel = "N",
            description = "Forks of each version of a row (default: " + FlameSettings.FORKS + "; with --base "
                    + FlameSettings.FORKS_A_SIDE + ").")
    private @Nullable Integer forks;

    @Option(
            names = "--warmup-time",
            paramLabel = "T",
            description = "How long a fork runs before it is sampled (default: 1s).")
    private @Nullable String warmupTime;

    @Option(
            names = "--time",
            paramLabel = "T",
            description = "How long each fork is sampled (default: 2500ms; with --base 2s).")
    private @Nullable String time;

    @Option(
            names = "--asm",
            description = "Also the compiled code with the time in it, by JMH's perfasm: needs perf, and hsdis in the "
                    + "JDK of the forks.")
    private boolean assembly;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder of the graphs: new, or one without a session (default: target/assay/flame-<time>).")
    private @Nullable Path output;

    FlameCommand() {}

    @Override
    public Integer call() {
        CommandSpec here = Objects.requireNonNull(spec);
        PrintWriter out = here.commandLine().getOut();
        PrintWriter err = here.commandLine().getErr();
        Path folder = Arguments.folder(output, "flame-");
        try (Interruption interruption = new Interruption()) {
            FlameResult result = isOfSavedSessions()
                    ? SavedSessions.compare(
                            Path.of(Objects.requireNonNull(base)),
                            Path.of(Objects.requireNonNull(head)),
                            patterns,
                            folder)
                    : new FlameSession(request(interruption, err::println), interruption, err::println).run(folder);
            print(result, out);
            return interruption.happened()
                    ? Interruption.STATUS
                    : result.failures().isEmpty() ? 0 : Main.FAILED;
        }
    }

    /** The tables, then where the pages lie. */
    static void print(FlameResult result, PrintWriter out) {
        for (Graph graph : result.graphs()) {
            out.println(graph.text());
        }
        result.failures().forEach(failure -> out.println("FAILED " + failure));
        result.graphs().forEach(graph -> out.println("graph: " + graph.page()));
        result.index().ifPresent(index -> out.println("all:   " + index));
        out.flush();
    }

    private boolean isOfSavedSessions() {
        boolean older = base != null && SavedSessions.isOne(base);
        boolean newer = head != null && SavedSessions.isOne(head);
        if (older != newer) {
            throw new UserError((older ? "--base " + base : "--head " + head)
                    + " is a folder of recordings and the other is not; give two of them, or two versions");
        }
        return older;
    }

    private FlameRequest request(Interruption interruption, Consumer<String> notes) {
        // What can be wrong with the options is told before anything is built.
        if (patterns.isEmpty()) {
            throw new UserError("name the benchmarks to profile, for example 'assay flame router'; 'list' shows all");
        }
        FlameSettings settings = settings();
        List<Launch> launches = launch.all();
        Map<String, String> values = params.texts();
        Versions versions = new Versions(Path.of(""), interruption, notes);
        Optional<Version> older = Optional.ofNullable(base).map(versions::named);
        Optional<Version> newer = Optional.ofNullable(head).map(versions::named);
        return new FlameRequest(
                older.map(Subject::of),
                newer.map(Subject::of).orElseGet(Subject::own),
                FlameRequest.Rows.matching(patterns, values),
                launches,
                settings);
    }

    private FlameSettings settings() {
        List<SampledEvent> chosen = events(events);
        FlameSettings defaults = base == null ? FlameSettings.single(chosen) : FlameSettings.differential(chosen);
        Duration warming = Arguments.time("--warmup-time", warmupTime).orElse(defaults.warmUp());
        Duration sampling = Arguments.time("--time", time).orElse(defaults.time());
        return defaults.withForks(Arguments.count("--forks", forks, 1).orElse(defaults.forks()))
                .withTimes(warming, sampling)
                .withAssembly(assembly);
    }

    /** Reads the names of events. */
    static List<SampledEvent> events(List<String> names) {
        List<SampledEvent> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(SampledEvent.of(name)
                    .orElseThrow(
                            () -> new UserError("event '" + name + "': write cpu, alloc, lock, wall or nativemem")));
        }
        return chosen.isEmpty()
                ? List.of(SampledEvent.CPU)
                : chosen.stream().distinct().toList();
    }
}
