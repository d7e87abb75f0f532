package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
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

    /** Whether a benchmark failed, or the gate is red. */
    boolean failed() {
        return view.failed() || comparison.filter(Comparison::failed).isPresent();
    }
}
