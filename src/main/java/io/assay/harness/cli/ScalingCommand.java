package io.assay.harness.cli;

import io.assay.harness.report.ScalingJson;
import io.assay.harness.report.ScalingText;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.SeriesFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay scaling}: how cost grows with n. */
@Command(
        name = "scaling",
        description = "Names the complexity class of each series over n, or says that it cannot be told. Ends with "
                + "status 1 if a benchmark certainly grows faster than it says (@Complexity).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay scaling target/assay/quick          a run folder",
            "  assay scaling result.json --param size    anybody's JMH result (-rf json)",
            "  assay scaling curves.csv --format json    CSV: name,n,value[,value...]"
        })
final class ScalingCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "RESULT",
            description = "A JMH JSON file of any JMH version, a run folder, or CSV: name,n,value[,value...]; "
                    + "several values of a size are its forks.")
    private @Nullable Path result;

    @Option(
            names = "--param",
            paramLabel = "NAME",
            description = "The parameter that n is (default: n, size or the like, else the numeric parameter with the "
                    + "most values).")
    private @Nullable String param;

    @Mixin
    private TextOrJson format = new TextOrJson();

    ScalingCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<ScaledSeries> all =
                ScaledSeries.of(SeriesFile.read(Objects.requireNonNull(result), Optional.ofNullable(param)));
        out.print(
                switch (format.format()) {
                    case TEXT -> ScalingText.of(all);
                    case JSON -> ScalingJson.of(all) + "\n";
                });
        out.flush();
        return all.stream().anyMatch(ScaledSeries::broken) ? Main.FAILED : 0;
    }
}
