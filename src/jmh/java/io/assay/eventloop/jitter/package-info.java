/** What it takes to say why a periodic task was late: the virtual machine's pauses, the machine's, and a load beside it. */
@NullMarked
package io.assay.eventloop.jitter;

import org.jspecify.annotations.NullMarked;
