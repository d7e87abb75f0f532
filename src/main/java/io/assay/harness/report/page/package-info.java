/** A page that stands alone: its template, style and scripts are resources, its data one block of JSON. */
@NullMarked
package io.assay.harness.report.page;

import org.jspecify.annotations.NullMarked;
