/** What runs inside a profiled fork: nothing but the JDK, JMH's profiler interface and async-profiler's Java API. */
@NullMarked
package io.assay.harness.profiling.fork;

import org.jspecify.annotations.NullMarked;
