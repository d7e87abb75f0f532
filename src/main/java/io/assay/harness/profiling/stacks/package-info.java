/** Call stacks, counted: read, cleaned, ranked and compared. Pure data but for {@link Recording}, which reads a file. */
@NullMarked
package io.assay.harness.profiling.stacks;

import org.jspecify.annotations.NullMarked;
