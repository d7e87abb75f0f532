package io.assay.harness.cli;

import io.assay.harness.history.store.HistoryStore;
import io.assay.harness.history.store.Recording;
import io.assay.harness.result.UserError;
import java.io.PrintWriter;
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

/** {@code assay record}: puts runs into the store. */
@Command(
        name = "record",
        description = "Keeps runs in the history. A run that is kept already is told and changes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay record target/assay/now                    a run folder: commit and date are in it",
            "  assay record old.json --commit 1a2b3c --date 2026-01-31   a JMH result of the past",
            "  assay record out/shard-1 --store jdbc:postgresql://db/bench"
        })
final class RecordCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "Run folders, or JMH results (-rf json).")
    private List<Path> results = new ArrayList<>();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--commit", paramLabel = "C", description = "Which code was measured (default: what the run says).")
    private @Nullable String commit;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "When: 2026-01-31, or 2026-01-31T12:00:00Z (default: what the run says; a plain JMH result "
                    + "needs it).")
    private @Nullable String date;

    @Option(names = "--branch", paramLabel = "B", description = "On which branch; 'history --branch' reads one alone.")
    private @Nullable String branch;

    RecordCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Recording.Labels labels = new Recording.Labels(
                label("--commit", commit),
                Optional.ofNullable(date).map(text -> Dates.of("--date", text)),
                label("--branch", branch));
        // All are read before the first is kept: a mistyped name leaves the store as it was.
        List<Recording> recordings = new ArrayList<>();
        for (Path result : results) {
            recordings.add(Recording.read(result, labels));
        }
        try (HistoryStore history = HistoryStore.open(store.url())) {
            for (int i = 0; i < recordings.size(); i++) {
                Recording recording = recordings.get(i);
                Optional<HistoryStore.Existing> existing = history.record(recording);
                out.println(results.get(i) + ": " + told(recording, existing));
                out.flush();
            }
        }
        return 0;
    }

    private String told(Recording recording, Optional<HistoryStore.Existing> existing) {
        return existing.map(
                        run -> "kept already, as commit " + run.commit() + " of " + run.date() + "; nothing changed")
                .orElseGet(() -> "recorded " + recording.rows() + " rows of commit " + recording.commit() + ", "
                        + recording.date()
                        + (recording.dropped() == 0
                                ? ""
                                : "; " + recording.dropped() + " without figures or with failed forks left out")
                        + " (" + store.url() + ")");
    }

    private static Optional<String> label(String option, @Nullable String text) {
        if (text != null && text.isBlank()) {
            throw new UserError(option + ": is empty; leave it out or give a name");
        }
        return Optional.ofNullable(text).map(String::strip);
    }
}
