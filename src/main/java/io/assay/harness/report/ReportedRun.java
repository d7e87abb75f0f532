package io.assay.harness.report;

import io.assay.harness.compare.Comparison;
import java.util.Optional;

/**
 * What a report says of one run.
 *
 * @param view the run
 * @param comparison the verdicts against a baseline, if there is one
 * @param graphs the flame graphs that lie beside it
 */
public record ReportedRun(RunView view, Optional<Comparison> comparison, GraphLinks graphs) {
    /** Whether a benchmark failed, or the gate is red. */
    boolean failed() {
        return view.failed() || comparison.filter(Comparison::failed).isPresent();
    }
}
