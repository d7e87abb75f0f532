package io.assay.harness.cli;

import io.assay.harness.run.RunRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Numbers that replace a preset's own. */
final class SettingsOptions {
    @Option(names = "--forks", paramLabel = "N", description = "Forks a row (and a side, where there are two).")
    private @Nullable Integer forks;

    @Option(names = "--warmup-iterations", paramLabel = "N", description = "Instead of the preset's.")
    private @Nullable Integer warmupIterations;

    @Option(names = "--warmup-time", paramLabel = "T", description = "Length of each: 200ms, 2s.")
    private @Nullable String warmupTime;

    @Option(names = "--iterations", paramLabel = "N", description = "Measured iterations, instead of the preset's.")
    private @Nullable Integer iterations;

    @Option(names = "--time", paramLabel = "T", description = "Length of each: 200ms, 2s.")
    private @Nullable String time;

    SettingsOptions() {}

    /** Whether the user says how long a fork warms up. */
    boolean namesWarmup() {
        return warmupIterations != null;
    }

    RunRequest.Overrides overrides(Optional<Duration> budget) {
        return new RunRequest.Overrides(
                Arguments.count("--forks", forks, 1),
                Arguments.count("--warmup-iterations", warmupIterations, 0),
                Arguments.time("--warmup-time", warmupTime),
                Arguments.count("--iterations", iterations, 1),
                Arguments.time("--time", time),
                budget);
    }
}
