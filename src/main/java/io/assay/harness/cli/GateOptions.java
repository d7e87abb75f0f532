package io.assay.harness.cli;

import io.assay.harness.compare.GateFile;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Percent;
import io.assay.harness.result.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that gates can be told about the gate. */
final class GateOptions {
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

    @Option(
            names = "--control",
            paramLabel = "PATTERN",
            description = "Rows whose code did not change, beside peers and bounds: what moves them alike moved the "
                    + "machine. A regular expression; repeatable.")
    private List<String> controls = new ArrayList<>();

    @Option(
            names = "--fail-on-any",
            description =
                    "Fail if any row is slower, whatever their number. Without it a slower row fails only where the "
                            + "chance that any of all rows does so in a clean run stays below 5%%.")
    private boolean failOnAny;

    GateOptions() {}

    /** Whether any of them was given. */
    boolean given() {
        return threshold != null || thresholds != null || failOnAny || !controls.isEmpty();
    }

    /** As the comparison wants them. */
    Options options() {
        Path usual = Path.of(GateFile.NAME);
        GateFile file = thresholds != null
                ? GateFile.read(thresholds)
                : Files.exists(usual) ? GateFile.read(usual) : GateFile.EMPTY;
        return new Options(
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(Percent.of("--threshold", threshold)),
                controls.stream().map(GateOptions::pattern).toList(),
                file,
                failOnAny,
                Clock.system(ZoneId.systemDefault()));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new UserError("--control '" + text + "' is no regular expression (" + e.getDescription() + ")", e);
        }
    }
}
