/** Assay: framework primitives for the JVM, and the harness that measures them. */
@NullMarked
package io.assay;

import org.jspecify.annotations.NullMarked;
