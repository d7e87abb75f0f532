package io.assay.harness.cli;

import io.assay.harness.compare.Options;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that compare finished results can be told about the gate. */
final class GateOptions {
    @Mixin
    private ThresholdOptions thresholds = new ThresholdOptions();

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
        return thresholds.given() || failOnAny || !controls.isEmpty();
    }

    /** As the comparison wants them. */
    Options options() {
        return thresholds.options(controls.stream().map(GateOptions::pattern).toList(), failOnAny);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new UserError("--control '" + text + "' is no regular expression (" + e.getDescription() + ")", e);
        }
    }
}
