package io.assay.harness.cli;

import io.assay.harness.compare.GateFile;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Percent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that gates can be told about the changes that count and those that are accepted. */
final class ThresholdOptions {
    @Option(
            names = "--threshold",
            paramLabel = "PCT",
            description = "The change that counts, 5%% or 5 (default: 3%%), where no line of the thresholds file has a "
                    + "pattern that matches.")
    private @Nullable String threshold;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description = "Thresholds by pattern and accepted regressions (default: " + GateFile.NAME
                    + " in this directory, if there is one).")
    private @Nullable Path thresholds;

    ThresholdOptions() {}

    /** Whether any of them was given. */
    boolean given() {
        return threshold != null || thresholds != null;
    }

    /**
     * As a comparison wants them.
     *
     * @param controls rows whose code did not change
     * @param failOnAny whether every slower row fails
     */
    Options options(List<Pattern> controls, boolean failOnAny) {
        Path usual = Path.of(GateFile.NAME);
        GateFile file = thresholds != null
                ? GateFile.read(thresholds)
                : Files.exists(usual) ? GateFile.read(usual) : GateFile.EMPTY;
        return new Options(
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(Percent.of("--threshold", threshold)),
                controls,
                file,
                failOnAny,
                Clock.system(ZoneId.systemDefault()));
    }
}
