/** Past runs: the store that keeps them, and where their costs changed. */
@NullMarked
package io.assay.harness.history;

import org.jspecify.annotations.NullMarked;
