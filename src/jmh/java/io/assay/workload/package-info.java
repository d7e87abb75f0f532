/** The inputs of the benchmarks: realistic, seeded, larger than one value, and shared with the tests. */
@NullMarked
package io.assay.workload;

import org.jspecify.annotations.NullMarked;
