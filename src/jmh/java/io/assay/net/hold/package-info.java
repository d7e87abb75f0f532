/** Connections that are held, idle or slow: what they cost, and what they do to the others. */
@NullMarked
package io.assay.net.hold;

import org.jspecify.annotations.NullMarked;
