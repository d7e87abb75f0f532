package io.assay.harness.cli;

import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Side;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Benchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run is told of the result that it is held against. */
final class Baseline {
    @Option(
            names = "--baseline",
            paramLabel = "FILE|DIR",
            description =
                    "End with the verdicts against this result: a JMH JSON file or a run folder. Status 1 if a row "
                            + "became slower.")
    private @Nullable Path path;

    @Mixin
    private GateOptions gate = new GateOptions();

    @Option(
            names = "--verdict",
            paramLabel = "FILE",
            description = "Also write the verdict alone to this file, for a build that fails with it.")
    private @Nullable Path verdict;

    private @Nullable Side side;
    private @Nullable Options options;

    Baseline() {}

    /**
     * Reads everything that can be wrong, before time is spent on forks.
     *
     * @param benchmarks what is going to run
     * @throws UserError if the baseline cannot be read, or can never be compared with the run
     */
    void prepare(List<Benchmark> benchmarks) {
        if (path == null) {
            if (gate.given() || verdict != null) {
                throw new UserError(
                        "--threshold, --thresholds, --control, --fail-on-any and --verdict need a --baseline to be held"
                                + " against");
            }
            return;
        }
        side = Side.read(path);
        options = gate.options();
        Set<String> names = benchmarks.stream().map(Benchmark::name).collect(Collectors.toSet());
        List<Row> rows = side.rows();
        if (rows.stream().noneMatch(row -> names.contains(row.key().benchmark()))) {
            throw new UserError("--baseline " + path + ": has none of the benchmarks that are going to run; it has "
                    + rows.get(0).key().benchmark() + " and " + (rows.size() - 1)
                    + " more rows; name a result of the same benchmarks");
        }
    }

    /** The result that the run is held against; empty if there is none. */
    Optional<Side> side() {
        return Optional.ofNullable(side);
    }

    /** The verdicts on a run; empty if there is no baseline, or no fork of the run came to its end. */
    Optional<Comparison> compare(RunFolder folder) {
        return side == null || options == null || folder.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(Comparer.of(side, Side.of(folder), options));
    }

    /** Writes the verdict to its file, if there is to be one. */
    void tell(String text) {
        if (verdict != null) {
            RunFolder.writeAtomically(verdict.toAbsolutePath(), text);
        }
    }
}
