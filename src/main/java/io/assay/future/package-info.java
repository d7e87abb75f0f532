/** Promises and futures for event loops. The contract is on {@link io.assay.future.Future}. */
@NullMarked
package io.assay.future;

import org.jspecify.annotations.NullMarked;
