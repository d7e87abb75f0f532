/** A single-threaded event loop: events from any thread, handlers by type, priorities, timers, tasks that await. */
@NullMarked
package io.assay.eventloop;

import org.jspecify.annotations.NullMarked;
