/** One adapter a codec and direction, behind {@link HpackDecoderAdapter} and {@link HpackEncoderAdapter}. */
@NullMarked
package io.assay.hpack.peers;

import org.jspecify.annotations.NullMarked;
