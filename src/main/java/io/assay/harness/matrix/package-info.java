/** Profiles x workloads in one table, and what containers, collector, checks and JDK bring. */
@NullMarked
package io.assay.harness.matrix;

import org.jspecify.annotations.NullMarked;
