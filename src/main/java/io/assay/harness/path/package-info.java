/** Parts of a request measured alone, added up against the whole, and the rest named from a profile. */
@NullMarked
package io.assay.harness.path;

import org.jspecify.annotations.NullMarked;
