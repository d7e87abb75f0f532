/** Forks of another jar's benchmarks, run by that jar's own JMH in a process of its own. */
@NullMarked
package io.assay.harness.run.host;

import org.jspecify.annotations.NullMarked;
