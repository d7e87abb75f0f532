/** Profiles of benchmarks: sessions, their forks and files, flame graphs, and what changed between two versions. */
@NullMarked
package io.assay.harness.profiling;

import org.jspecify.annotations.NullMarked;
