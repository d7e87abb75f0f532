package io.assay.harness.cli;

import io.assay.harness.history.Drift;
import io.assay.harness.history.History;
import io.assay.harness.history.Series;
import io.assay.harness.history.store.HistoryStore;
import io.assay.harness.history.store.References;
import io.assay.harness.history.store.RunReader;
import io.assay.harness.history.store.StoreUrl;
import io.assay.harness.report.ReportedHistory;
import io.assay.harness.report.ReportedRun;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.stats.Verdicts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The past of the rows that a report shows. */
final class ReportHistory {
    private ReportHistory() {}

    /**
     * Reads the scores of the rows from a store that was asked for.
     *
     * @throws UserError if the store cannot be read, or knows none of the rows
     */
    static ReportedHistory read(StoreUrl url, List<ReportedRun> runs) {
        return found(url, runs)
                .orElseThrow(() -> new UserError(
                        "--store " + url + ": knows none of the rows of the results; 'assay record' them first"));
    }

    /** The same from the store that nobody asked for: where there is none, or not of these rows, there is no past. */
    static Optional<ReportedHistory> ifAny(StoreUrl url, List<ReportedRun> runs, PrintWriter err) {
        if (url.file().filter(file -> !Files.exists(file)).isPresent()) {
            return Optional.empty();
        }
        try {
            return found(url, runs);
        } catch (UserError e) {
            err.println("note: the page has no history: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<ReportedHistory> found(StoreUrl url, List<ReportedRun> runs) {
        Set<RowKey> rows = runs.stream()
                .flatMap(run -> run.view().analysis().groups().values().stream())
                .flatMap(List::stream)
                .map(judged -> judged.row().key())
                .collect(Collectors.toSet());
        try (HistoryStore store = HistoryStore.openExisting(url)) {
            RunReader reader = store.read();
            List<RunReader.Known> known = reader.series().stream()
                    .filter(series -> series.metric().equals(Series.SCORE) && rows.contains(series.row()))
                    .toList();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            List<Series> series = reader.read(known, run -> true);
            Drift drift = References.drift(reader, run -> true);
            History history = History.of(series, drift, Verdicts.THRESHOLD, History.recent(reader.runs()));
            int count = reader.runs().size();
            return Optional.of(
                    new ReportedHistory(count + (count == 1 ? " run in " : " runs in ") + url, history.trends()));
        }
    }
}
