/**
 * Two results of the same benchmarks, held against each other: which rows belong together, what became slower, and
 * whether that fails the gate. Where the two sides come from does not matter.
 */
@NullMarked
package io.assay.harness.compare;

import org.jspecify.annotations.NullMarked;
