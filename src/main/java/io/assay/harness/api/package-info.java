/** What a benchmark class says about itself to the harness. Imports nothing of Assay. */
@NullMarked
package io.assay.harness.api;

import org.jspecify.annotations.NullMarked;
