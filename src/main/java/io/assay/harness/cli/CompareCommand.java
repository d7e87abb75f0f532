package io.assay.harness.cli;

import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Side;
import io.assay.harness.report.ComparisonJson;
import io.assay.harness.report.ComparisonMarkdown;
import io.assay.harness.report.ComparisonText;
import io.assay.harness.report.ScalingText;
import io.assay.harness.scaling.ScalingChange;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay compare}: verdicts on two results. */
@Command(
        name = "compare",
        description =
                "Says of each row whether it became slower, faster, stayed the same, or cannot be told. Ends with "
                        + "status 1 if a row became slower.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay compare base.json head.json                anybody's JMH results (-rf json)",
            "  assay compare out/before out/after --threshold 5%%",
            "  assay compare base.json head.json --format markdown   a comment for a pull request",
            "  assay compare base.json head.json --control Legacy    rows whose code did not change"
        })
final class CompareCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "BASE",
            description = "The older result: a JMH JSON file of any JMH version, or a run folder.")
    private @Nullable Path base;

    @Parameters(index = "1", paramLabel = "HEAD", description = "The newer result.")
    private @Nullable Path head;

    @Mixin
    private GateOptions gate = new GateOptions();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "text, markdown or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    CompareCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Side before = Side.read(Objects.requireNonNull(base));
        Side after = Side.read(Objects.requireNonNull(head));
        Comparison comparison = Comparer.of(before, after, gate.options());
        List<ScalingChange> changes = ScalingChange.between(before.rows(), after.rows());
        out.print(
                switch (format) {
                    case TEXT -> ComparisonText.of(comparison, ScalingText.changes(changes));
                    case MARKDOWN -> ComparisonMarkdown.of(comparison) + ScalingText.markdown(changes);
                    case JSON -> ComparisonJson.of(comparison, changes) + "\n";
                });
        out.flush();
        return comparison.failed() ? Main.FAILED : 0;
    }
}
