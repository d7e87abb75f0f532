package io.assay.harness.cli;

import io.assay.harness.report.ReportedRun;
import io.assay.harness.report.RunView;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.merge.MergedRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay merge}: shards become one run folder. */
@Command(
        name = "merge",
        description = "Puts run folders of several machines together into one that every command takes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay merge out/shard-1 out/shard-2 -o out/all   the parts of one suite",
            "  assay merge out/shard-* -o out/all               as the shell names them"
        })
final class MergeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "Run folders, as 'run --shard' wrote them.")
    private List<Path> results = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The new run folder.")
    private @Nullable Path output;

    MergeCommand() {}

    @Override
    public Integer call() {
        CommandSpec here = Objects.requireNonNull(spec);
        PrintWriter err = here.commandLine().getErr();
        MergedRun merged = MergedRun.of(results.stream().map(RunFolder::open).toList());
        RunFolder folder = merged.write(Objects.requireNonNull(output));
        merged.notices().forEach(notice -> err.println("note: " + notice));
        ReportedRun.of(RunView.of(folder)).writeTo(folder);
        here.commandLine()
                .getOut()
                .println("merged " + results.size() + " runs, " + merged.rows() + " rows: " + folder.path());
        return 0;
    }
}
