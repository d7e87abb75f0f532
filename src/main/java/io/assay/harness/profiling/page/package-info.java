/** Flame graphs as pages that need nothing but a browser. */
@NullMarked
package io.assay.harness.profiling.page;

import org.jspecify.annotations.NullMarked;
