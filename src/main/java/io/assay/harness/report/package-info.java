/** A run, told: text, Markdown, JSON, one-file HTML. */
@NullMarked
package io.assay.harness.report;

import org.jspecify.annotations.NullMarked;
