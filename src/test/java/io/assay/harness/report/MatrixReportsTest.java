package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A matrix in each format, held against files: whatever moves in them is seen. */
class MatrixReportsTest {
    @Test
    void text() throws IOException {
        Golden.check("matrix.txt", MatrixText.of(ReportSample.matrix()));
    }

    @Test
    void markdown() throws IOException {
        Golden.check("matrix.md", MatrixMarkdown.of(ReportSample.matrix()));
    }

    /** The order of its keys is the same in every JVM, whatever the hashes of that JVM's immutable maps. */
    @Test
    void json() throws IOException {
        Golden.check("matrix.json", MatrixJson.of(ReportSample.matrix()) + "\n");
    }

    @Test
    void htmlHoldsNoNameAsMarkup() {
        String page = MatrixHtml.of(ReportSample.matrix());
        assertFalse(page.contains(ReportSample.NASTY));
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("default-src 'none'"));
        assertEquals(page, MatrixHtml.of(ReportSample.matrix()));
    }
}
