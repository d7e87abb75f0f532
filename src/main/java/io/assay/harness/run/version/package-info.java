/** Versions of a project's benchmarks: jars, and git commits that are built into jars. */
@NullMarked
package io.assay.harness.run.version;

import org.jspecify.annotations.NullMarked;
