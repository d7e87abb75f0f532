package io.assay.harness.cli;

import io.assay.harness.run.Preset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that make a run of a preset can be told of it: how long, in which order, and where it goes. */
final class RunFolderOptions {
    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "How much time: smoke, quick, standard or thorough (default: ${DEFAULT-VALUE}).",
            defaultValue = "quick")
    private Preset preset = Preset.QUICK;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Run folder: new, or one without a run (default: target/assay/<time>; of path, path-<time> there).")
    private @Nullable Path output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the order of forks (default: from the clock, printed).")
    private @Nullable Long seed;

    RunFolderOptions() {}

    Preset preset() {
        return preset;
    }

    /** The folder that was named, or one of the time. */
    Path folder(String prefix) {
        return Arguments.folder(output, prefix);
    }

    boolean namesSeed() {
        return seed != null;
    }

    long seed() {
        return Arguments.seed(seed);
    }
}
