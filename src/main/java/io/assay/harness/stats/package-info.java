/** The statistics: pure functions over numbers, without input or output, deterministic, with warnings as data. */
@NullMarked
package io.assay.harness.stats;

import org.jspecify.annotations.NullMarked;
