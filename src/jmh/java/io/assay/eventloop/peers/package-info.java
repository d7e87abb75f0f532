/** Event loops behind one interface, and other ways to wait, for the benchmarks. */
@NullMarked
package io.assay.eventloop.peers;

import org.jspecify.annotations.NullMarked;
