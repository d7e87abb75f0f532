package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
import io.assay.harness.result.RunFolder;
import java.util.List;
import java.util.Optional;

/**
 * What a report says of one run.
 *
 * @param view the run
 * @param comparison the verdicts against a baseline, if there is one
 * @param graphs the flame graphs that lie beside it
 * @param matrix its profiles against its workloads, where it had several profiles
 */
public record ReportedRun(
        RunView view, Optional<Comparison> comparison, GraphLinks graphs, Optional<MatrixView> matrix) {
    /** A run of one profile. */
    public ReportedRun(RunView view, Optional<Comparison> comparison, GraphLinks graphs) {
        this(view, comparison, graphs, Optional.empty());
    }

    /** A run against nothing. */
    public static ReportedRun of(RunView view) {
        return new ReportedRun(view, Optional.empty(), GraphLinks.NONE);
    }

    /** Writes page and summary into the folder of the run. */
    public void writeTo(RunFolder folder) {
        folder.write("summary.md", MarkdownReport.of(List.of(this)));
        folder.write("report.html", HtmlReport.of(List.of(this)));
    }

    /** Whether a benchmark failed, or the gate is red. */
    boolean failed() {
        return view.failed() || comparison.filter(Comparison::failed).isPresent();
    }
}
