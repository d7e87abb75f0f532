package io.assay.harness.report;

import io.assay.harness.report.page.ReportPage;

/** A matrix as one self-contained page. */
public final class MatrixHtml {
    private static final String TITLE = "Assay matrix";

    private MatrixHtml() {}

    /** The same tables and sentences as in the terminal, as heat maps and curves. */
    public static String of(MatrixView view) {
        return ReportPage.of(TITLE, PageData.of(TITLE, view));
    }
}
