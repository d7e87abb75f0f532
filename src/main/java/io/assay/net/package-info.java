/** What the transports and protocols of {@code io.assay.net} share: arrays that are used again. */
@NullMarked
package io.assay.net;

import org.jspecify.annotations.NullMarked;
