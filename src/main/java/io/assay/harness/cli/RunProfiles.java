package io.assay.harness.cli;

import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Side;
import io.assay.harness.profiling.FlameRequest;
import io.assay.harness.profiling.FlameSettings;
import io.assay.harness.profiling.Graph;
import io.assay.harness.profiling.Subject;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.report.GraphLinks;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import io.assay.harness.run.RunRequest;
import io.assay.harness.run.version.Versions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flame graphs beside a run: in forks of their own, after its last, so that its figures know nothing of them. */
final class RunProfiles {
    @Option(
            names = "--prof",
            paramLabel = "EVENT",
            split = ",",
            description = "Afterwards profile the rows that were measured, in forks of their own: cpu, alloc, lock, "
                    + "wall or nativemem; repeatable. The figures do not change, nor does the exit status.")
    private List<String> events = new ArrayList<>();

    @Option(
            names = "--explain",
            description = "With --baseline: afterwards profile both versions of the rows that are red, and show the "
                    + "frames that changed.")
    private boolean explain;

    @Option(
            names = "--base-code",
            paramLabel = "JAR|GITREF",
            description = "With --explain: the code of the baseline, where its result does not tell the commit.")
    private @Nullable String baseCode;

    private List<SampledEvent> chosen = List.of();

    RunProfiles() {}

    /**
     * Reads what can be wrong, before time is spent on forks.
     *
     * @throws UserError if an event is unknown, or there is no baseline to explain
     */
    void prepare(Baseline baseline) {
        chosen = events.isEmpty() ? List.of() : FlameCommand.events(events);
        if ((explain || baseCode != null) && baseline.side().isEmpty()) {
            throw new UserError("--explain needs a --baseline that a row can be slower than");
        }
        if (baseCode != null && !explain) {
            throw new UserError("--base-code says what --explain profiles; give --explain too");
        }
    }

    /** What was drawn; nothing where the user asked for nothing, or where nothing can be profiled, which is told. */
    GraphLinks profile(
            RunFolder folder,
            RunRequest request,
            Subject measured,
            Baseline baseline,
            Optional<Comparison> comparison,
            Interruption interruption,
            PrintWriter err) {
        List<Graph> graphs = new ArrayList<>();
        Explain session = new Explain(interruption, err::println);
        Path flames = folder.path().resolve("flame");
        List<Launch> launches = Launch.all(request.profiles(), request.jdks());
        if (explain && comparison.isPresent() && !interruption.happened()) {
            graphs.addAll(explain(session, measured, baseline, comparison.get(), launches, flames, interruption, err));
        }
        if (!chosen.isEmpty() && !interruption.happened()) {
            Set<RowKey> rows = folder.cells().cells().stream()
                    .filter(cell -> cell.state() == CellsFile.State.OK)
                    .map(CellsFile.CellState::key)
                    .filter(key -> !key.benchmark().equals(Catalog.CALIBRATION))
                    .collect(Collectors.toSet());
            if (!rows.isEmpty()) {
                graphs.addAll(session.profile(
                        new FlameRequest(
                                Optional.empty(),
                                measured,
                                FlameRequest.Rows.exactly(rows),
                                launches,
                                FlameSettings.single(chosen)),
                        flames));
            }
        }
        return GraphLinks.of(folder.path(), graphs);
    }

    private List<Graph> explain(
            Explain session,
            Subject measured,
            Baseline baseline,
            Comparison comparison,
            List<Launch> launches,
            Path flames,
            Interruption interruption,
            PrintWriter err) {
        if (Explain.red(comparison).isEmpty()) {
            err.println("--explain: no row is red, so there is nothing to explain");
            return List.of();
        }
        Versions versions = new Versions(Path.of(""), interruption, err::println);
        Optional<Subject> base = new KnownCode(versions, err::println)
                .of("base", baseCode, baseline.side().map(Side::environment).orElseThrow());
        return base.map(older -> session.graphs(comparison, older, measured, launches, flames.resolve("explain")))
                .orElse(List.of());
    }
}
