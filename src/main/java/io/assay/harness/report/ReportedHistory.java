package io.assay.harness.report;

import io.assay.harness.history.Trend;
import java.util.List;

/**
 * What a report says of past runs.
 *
 * @param store what the reader knows the store by; never with a password
 * @param trends the series that are shown
 */
public record ReportedHistory(String store, List<Trend> trends) {
    /** Copies the list. */
    public ReportedHistory {
        trends = List.copyOf(trends);
    }
}
