package io.assay.harness.cli;

import io.assay.harness.compare.Percent;
import io.assay.harness.history.Drift;
import io.assay.harness.history.History;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Series;
import io.assay.harness.history.store.HistoryStore;
import io.assay.harness.history.store.References;
import io.assay.harness.history.store.RunReader;
import io.assay.harness.history.store.StoreUrl;
import io.assay.harness.report.HistoryJson;
import io.assay.harness.report.HistoryMarkdown;
import io.assay.harness.report.HistoryText;
import io.assay.harness.result.UserError;
import io.assay.harness.stats.Verdicts;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay history}: trends and change points of what was recorded. */
@Command(
        name = "history",
        description =
                "Shows where the cost of benchmarks changed over the runs that were recorded. With --fail it ends "
                        + "with status 1 if one became slower.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay history                              every change in the store",
            "  assay history RouterBenchmark              some series, changed or not",
            "  assay history --since 2026-11-01 --fail    status 1 if something became slower since then",
            "  assay history --format markdown            for a comment"
        })
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..1",
            description = "A regular expression: series are shown whose name, with parameters, contains a match.")
    private @Nullable String pattern;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Changes count for --fail that came after: a date, or a commit that was recorded (default: "
                    + "those that the runs of the newest five commits brought to light).")
    private @Nullable String since;

    @Option(
            names = "--fail",
            description = "End with status 1 if a series became slower and stayed so, or if its " + "newest run is.")
    private boolean fail;

    @Option(names = "--threshold", paramLabel = "PCT", description = "The change that fails (default: 3%%).")
    private @Nullable String threshold;

    @Option(names = "--branch", paramLabel = "B", description = "Only runs that were recorded with this branch.")
    private @Nullable String branch;

    @Mixin
    private TextMarkdownOrJson format = new TextMarkdownOrJson();

    @Mixin
    private StoreOptions store = new StoreOptions();

    HistoryCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        double counts = threshold == null ? Verdicts.THRESHOLD : Percent.of("--threshold", threshold);
        Optional<Pattern> wanted = Optional.ofNullable(pattern).map(HistoryCommand::compiled);
        StoreUrl url = store.url();
        try (HistoryStore history = HistoryStore.openExisting(url)) {
            RunReader reader = history.read();
            List<RecordedRun> runs =
                    reader.runs().stream().filter(this::ofBranch).toList();
            if (runs.isEmpty()) {
                throw new UserError("--store " + url + ": holds no run"
                        + (branch == null ? "; record one first" : " of branch '" + branch + "'"));
            }
            Predicate<RecordedRun> after = since == null ? History.recent(runs) : since(runs, since);
            List<Series> series = reader.read(matching(reader, wanted), this::ofBranch).stream()
                    .filter(each -> !each.points().isEmpty())
                    .toList();
            Drift drift = References.drift(reader, this::ofBranch);
            History found = History.of(series, drift, counts, after);
            String title = runs.size() + (runs.size() == 1 ? " run" : " runs") + " in " + url + ", " + series.size()
                    + " series";
            out.print(
                    switch (format.format()) {
                        case TEXT ->
                            HistoryText.of(title, found, wanted.isPresent()) + (fail ? HistoryText.verdict(found) : "");
                        case MARKDOWN -> HistoryMarkdown.of(title, found);
                        case JSON -> HistoryJson.of(found) + "\n";
                    });
            out.flush();
            return fail && !found.alarms().isEmpty() ? Main.FAILED : 0;
        }
    }

    private boolean ofBranch(RecordedRun run) {
        return branch == null || run.branch().equals(branch);
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new UserError("PATTERN '" + text + "': no regular expression (" + e.getDescription() + ")", e);
        }
    }

    private static List<RunReader.Known> matching(RunReader reader, Optional<Pattern> wanted) {
        List<RunReader.Known> found = reader.series().stream()
                .filter(known ->
                        wanted.isEmpty() || wanted.get().matcher(name(known)).find())
                .toList();
        if (found.isEmpty()) {
            throw new UserError("PATTERN '" + wanted.map(Pattern::pattern).orElse("")
                    + "': matches none of the " + reader.series().size()
                    + " series in the store; 'assay history' without it shows what changed");
        }
        return found;
    }

    private static String name(RunReader.Known known) {
        return known.row().benchmark() + "[" + known.row().paramText() + "] " + known.metric();
    }

    /** Runs after a date, or after the last run of a commit. */
    private static Predicate<RecordedRun> since(List<RecordedRun> runs, String text) {
        Optional<Instant> date = Dates.parse(text);
        if (date.isPresent()) {
            return run -> !run.date().isBefore(date.get());
        }
        @Nullable Instant last = null;
        for (RecordedRun run : runs) {
            if (run.commit().startsWith(text)) {
                last = run.date();
            }
        }
        if (last == null) {
            throw new UserError("--since " + text + ": neither a date (2026-01-31) nor a commit that was recorded");
        }
        Instant commit = last;
        return run -> run.date().isAfter(commit);
    }
}
