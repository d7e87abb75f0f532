package io.assay.harness.report;

import io.assay.harness.compare.Comparer;
import io.assay.harness.compare.JmhFile;
import io.assay.harness.compare.Options;
import io.assay.harness.compare.Side;
import io.assay.harness.result.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs for the page: two hundred rows, curves, names that attack it, verdicts, failures, graphs. */
final class ReportSample {
    static final String NASTY = "</script><img src=http://example.invalid/x onerror=alert(1)>{{data}}";

    private static final List<String> FAMILIES = List.of("router", "http1", "hpack", "future");
    private static final List<String> IMPLEMENTATIONS = List.of("ASSAY", "NETTY", "JETTY", "UNDERTOW", "BOUND_LEAST");
    private static final long SEED = 7;

    private ReportSample() {}

    /** Two hundred rows of a plain JMH result, against nothing. */
    static ReportedRun twoHundredRows(Path folder) throws IOException {
        JmhFile file = new JmhFile(SEED).forks(5);
        rows(file, 1, 10);
        return new ReportedRun(
                RunView.read(file.write(folder.resolve("jmh-result.json"))), Optional.empty(), GraphLinks.NONE);
    }

    private static void rows(JmhFile file, double change, int workloads) {
        for (String family : FAMILIES) {
            for (int workload = 0; workload < workloads; workload++) {
                for (int at = 0; at < IMPLEMENTATIONS.size(); at++) {
                    String name = IMPLEMENTATIONS.get(at);
                    double factor = name.equals("ASSAY") && workload % 4 == 1 ? change : 1;
                    file.time(
                            "io.example." + family + ".FirstBenchmark.operation",
                            (40 + 31 * workload) * (name.startsWith("BOUND") ? 0.4 : 1 + 0.7 * at) * factor,
                            "implementation",
                            name,
                            "workload",
                            "WORKLOAD_" + workload);
                }
            }
        }
    }

    /** Rows with everything that a page can hold, against an older result. */
    static ReportedRun everything(Path folder) throws IOException {
        Path base = result(1).write(folder.resolve("base.json"));
        Path head = result(1.4).write(folder.resolve("head.json"));
        return new ReportedRun(
                RunView.read(head),
                Optional.of(Comparer.of(Side.read(base), Side.read(head), Options.defaults())),
                new GraphLinks(
                        folder,
                        List.of(new GraphLinks.Link(
                                NASTY, folder.resolve("flame").resolve("cpu.html"), List.of("a.B")))));
    }

    private static JmhFile result(double change) {
        JmhFile file = new JmhFile((long) (SEED * change)).forks(6);
        rows(file, change, 3);
        for (String name : List.of("ASSAY", "GUICE")) {
            for (int n = 16; n <= 65_536; n *= 4) {
                file.time(
                        "io.example.inject.StartBenchmark.start",
                        name.equals("ASSAY") ? 40 * n : 3 * n * (double) n,
                        "implementation",
                        name,
                        "n",
                        "" + n);
            }
        }
        file.row("io.example.queue.RateBenchmark.offer", "thrpt", "ops/us", 12 / change, "implementation", "ASSAY");
        file.row("io.example.queue.RateBenchmark.offer", "thrpt", "ops/us", 3000, "implementation", "OTHER");
        return file.time(
                "io.example.queue.HostileBenchmark.name", 7 * change, "workload", NASTY, "implementation", "<b>");
    }

    /** A run that failed here and there, and was interrupted. */
    static ReportedRun golden() {
        return new ReportedRun(
                RunView.of(RunFolder.open(Path.of("src/test/resources/golden/run"))),
                Optional.empty(),
                GraphLinks.NONE);
    }
}
