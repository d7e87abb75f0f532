package io.assay.harness.report;

import io.assay.harness.report.page.ReportPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One self-contained page on runs: works offline, in light and dark, without a mouse. */
public final class HtmlReport {
    private HtmlReport() {}

    /** A page on one run or on several. */
    public static String of(List<ReportedRun> runs) {
        return of(runs, Optional.empty());
    }

    /** The same, with what a store knows of the past. */
    public static String of(List<ReportedRun> runs, Optional<ReportedHistory> history) {
        String title = runs.size() == 1 ? "Assay run" : "Assay runs";
        Map<String, @Nullable Object> data = PageData.of(title, runs);
        data.put("history", history.map(PageHistory::of).orElse(null));
        return ReportPage.of(title, data);
    }
}
