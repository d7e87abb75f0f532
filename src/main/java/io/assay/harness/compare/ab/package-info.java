/** The interleaved comparison of two versions, whose rows stop as soon as their verdict is sure. */
@NullMarked
package io.assay.harness.compare.ab;

import org.jspecify.annotations.NullMarked;
