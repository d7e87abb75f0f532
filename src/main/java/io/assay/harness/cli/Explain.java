package io.assay.harness.cli;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparison;
import io.assay.harness.profiling.FlameRequest;
import io.assay.harness.profiling.FlameResult;
import io.assay.harness.profiling.FlameSession;
import io.assay.harness.profiling.FlameSettings;
import io.assay.harness.profiling.Graph;
import io.assay.harness.profiling.Subject;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** From a red verdict to the frames that changed: both versions of just the rows that failed are profiled in turns. */
final class Explain {
    private final Interruption interruption;
    private final Consumer<String> notes;

    Explain(Interruption interruption, Consumer<String> notes) {
        this.interruption = interruption;
        this.notes = notes;
    }

    /** The rows that failed for a change of their own, not because a fork did. */
    static Set<RowKey> red(Comparison comparison) {
        Set<RowKey> rows = new LinkedHashSet<>();
        comparison.rows().stream().filter(Explain::isRed).forEach(row -> rows.add(row.key()));
        return rows;
    }

    private static boolean isRed(ComparedRow row) {
        return row.fails() && row.role() != ComparedRow.Role.FAILED;
    }

    /** Time is always sampled; allocations where it is they that grew. */
    private static List<SampledEvent> events(Comparison comparison) {
        boolean memory = comparison.rows().stream()
                .anyMatch(row -> isRed(row) && row.metric().equals("gc.alloc.rate.norm"));
        return memory ? List.of(SampledEvent.CPU, SampledEvent.ALLOC) : List.of(SampledEvent.CPU);
    }

    /**
     * Profiles. Whatever goes wrong is told; the verdict stands as it is.
     *
     * @param folder where the graphs go
     * @return what was drawn
     */
    List<Graph> graphs(Comparison comparison, Subject base, Subject head, List<Launch> launches, Path folder) {
        Set<RowKey> rows = red(comparison);
        if (rows.isEmpty()) {
            notes.accept("--explain: no row is red, so there is nothing to explain");
            return List.of();
        }
        return profile(
                new FlameRequest(
                        Optional.of(base),
                        head,
                        FlameRequest.Rows.exactly(rows),
                        launches,
                        FlameSettings.differential(events(comparison))),
                folder);
    }

    /** Profiles rows beside what was measured: nothing that goes wrong here changes how a run ends. */
    List<Graph> profile(FlameRequest request, Path folder) {
        try {
            FlameResult result = new FlameSession(request, interruption, notes).run(folder);
            result.graphs().forEach(graph -> notes.accept("\n" + graph.text().strip()));
            result.graphs().forEach(graph -> notes.accept("graph: " + graph.page()));
            return result.graphs();
        } catch (UserError e) {
            notes.accept("not profiled: " + e.getMessage());
            return List.of();
        }
    }
}
