package io.assay.harness.report;

import io.assay.harness.report.page.ReportPage;
import java.util.List;

/** One self-contained page on runs: works offline, in light and dark, without a mouse. */
public final class HtmlReport {
    private HtmlReport() {}

    /** A page on one run or on several. */
    public static String of(List<ReportedRun> runs) {
        String title = runs.size() == 1 ? "Assay run" : "Assay runs";
        return ReportPage.of(title, PageData.of(title, runs));
    }
}
