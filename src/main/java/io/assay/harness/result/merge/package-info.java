/** Runs of several machines, put together. */
@NullMarked
package io.assay.harness.result.merge;

import org.jspecify.annotations.NullMarked;
