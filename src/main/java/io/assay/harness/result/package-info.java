/** What a run leaves behind, read and written as records: results, environment, and the user's mistakes in naming them. */
@NullMarked
package io.assay.harness.result;

import org.jspecify.annotations.NullMarked;
