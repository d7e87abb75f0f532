package io.assay.harness.cli;

import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Side;
import io.assay.harness.profiling.Subject;
import io.assay.harness.report.ComparisonJson;
import io.assay.harness.report.ComparisonMarkdown;
import io.assay.harness.report.ComparisonText;
import io.assay.harness.report.ScalingText;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Profile;
import io.assay.harness.run.Profiles;
import io.assay.harness.run.version.Versions;
import io.assay.harness.scaling.ScalingChange;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Mixin
    private TextMarkdownOrJson format = new TextMarkdownOrJson();

    @Option(
            names = "--explain",
            description =
                    "Afterwards profile both versions of the rows that are red, and show the frames that changed. "
                            + "Run folders tell which commit they measured; of other results say so with --base-code and "
                            + "--head-code.")
    private boolean explain;

    @Option(names = "--base-code", paramLabel = "JAR|GITREF", description = "With --explain: the code of BASE.")
    private @Nullable String baseCode;

    @Option(names = "--head-code", paramLabel = "JAR|GITREF", description = "With --explain: the code of HEAD.")
    private @Nullable String headCode;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "With --explain: folder of the graphs (default: target/assay/explain-<time>).")
    private @Nullable Path output;

    CompareCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!explain && (baseCode != null || headCode != null || output != null)) {
            throw new UserError("--base-code, --head-code and -o say what --explain profiles; give --explain too");
        }
        Side older = Side.read(Objects.requireNonNull(base));
        Side newer = Side.read(Objects.requireNonNull(head));
        Comparison comparison = Comparer.of(older, newer, gate.options());
        List<ScalingChange> changes = ScalingChange.between(older.rows(), newer.rows());
        out.print(
                switch (format.format()) {
                    case TEXT -> ComparisonText.of(comparison, ScalingText.changes(changes));
                    case MARKDOWN -> ComparisonMarkdown.of(comparison) + ScalingText.markdown(changes);
                    case JSON -> ComparisonJson.of(comparison, changes) + "\n";
                });
        out.flush();
        if (explain) {
            explain(comparison, older, newer);
        }
        return comparison.failed() ? Main.FAILED : 0;
    }

    private void explain(Comparison comparison, Side older, Side newer) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        if (Explain.red(comparison).isEmpty()) {
            err.println("--explain: no row is red, so there is nothing to explain");
            return;
        }
        Path folder = Arguments.folder(output, "explain-");
        try (Interruption interruption = new Interruption()) {
            KnownCode code = new KnownCode(new Versions(Path.of(""), interruption, err::println), err::println);
            Optional<Subject> before = code.of("base", baseCode, older.environment());
            Optional<Subject> after = code.of("head", headCode, newer.environment());
            if (before.isPresent() && after.isPresent()) {
                var unused = new Explain(interruption, err::println)
                        .graphs(comparison, before.get(), after.get(), launches(newer), folder);
            }
        }
    }

    /** The profiles that the newer run names, on this JDK: where forks ran is no part of what is compared. */
    private static List<Launch> launches(Side side) {
        List<Profile> profiles = new ArrayList<>();
        if (side.environment().get("profiles") instanceof List<?> told) {
            for (Object each : told) {
                if (each instanceof Map<?, ?> profile && profile.get("name") instanceof String name) {
                    profiles.add(new Profiles(Path.of("")).load(name));
                }
            }
        }
        return Launch.all(
                profiles.isEmpty() ? List.of(new Profiles(Path.of("")).load(Profiles.DEFAULT)) : profiles,
                List.of(Jdks.resolve(System.getProperty("java.home"))));
    }
}
