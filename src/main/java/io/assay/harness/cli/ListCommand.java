package io.assay.harness.cli;

import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Interruption;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.jr.ob.JSON;

/** {@code assay list}: what there is to measure. */
@Command(
        name = "list",
        description = "Lists benchmarks by family, with their parameters and implementations.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay list",
            "  assay list router --json",
            "  assay list --jar other-benchmarks.jar   what another project measures"
        })
final class ListCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATTERN", arity = "0..*", description = "Regular expressions over full names.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private JarOption jar = new JarOption();

    ListCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (Interruption interruption = new Interruption();
                Measured measured = jar.open(new LaunchOptions(), new ParamOptions(), interruption)) {
            print(measured.catalog(), out);
        }
        return 0;
    }

    private void print(Catalog catalog, PrintWriter out) {
        List<Benchmark> found = catalog.matching(patterns);
        if (json) {
            out.println(JSON.std
                    .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                    .asString(found.stream()
                            .map(benchmark -> entry(catalog, benchmark))
                            .toList()));
        } else {
            text(catalog, found, out);
        }
    }

    private static Map<String, Object> entry(Catalog catalog, Benchmark benchmark) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("family", benchmark.family());
        map.put("benchmark", benchmark.name());
        map.put("mode", benchmark.mode().shortLabel());
        map.put("threads", benchmark.threads());
        map.put("heapMebibytes", benchmark.heap());
        map.put("params", benchmark.params());
        map.put("rows", applicable(benchmark));
        map.put("labels", catalog.labels(benchmark));
        return map;
    }

    private static void text(Catalog catalog, List<Benchmark> found, PrintWriter out) {
        String family = "";
        String labelled = "";
        for (Benchmark benchmark : found) {
            if (!benchmark.family().equals(family)) {
                family = benchmark.family();
                out.println(family);
            }
            if (!benchmark.className().equals(labelled)) {
                labelled = benchmark.className();
                catalog.labels(benchmark).forEach((name, label) -> out.println("  = " + name + ": " + label));
            }
            out.println("  " + benchmark.name() + "  (" + benchmark.mode().shortLabel() + ", " + applicable(benchmark)
                    + " rows)");
            benchmark
                    .params()
                    .forEach((param, values) -> out.println("    " + param + ": " + String.join(", ", values)));
        }
    }

    private static long applicable(Benchmark benchmark) {
        return benchmark.combinations().stream()
                .filter(params ->
                        benchmark.rule().isEmpty() || benchmark.rule().get().reasonNotToRun(params) == null)
                .count();
    }
}
