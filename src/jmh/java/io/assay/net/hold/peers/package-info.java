/** Small servers of several libraries behind one interface. */
@NullMarked
package io.assay.net.hold.peers;

import org.jspecify.annotations.NullMarked;
