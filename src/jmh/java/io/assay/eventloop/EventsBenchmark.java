package io.assay.eventloop;

import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;

/**
 * {@inheritDoc}
 *
 * <p>One loop. The footprint of a JVM is its heap as soon as it has allocated as much, so the heap is what 48 bytes an event
 * leave of it; the neediest loop's backlog fits.
 */
@Heap(mebibytes = 224)
@Headline("implementation=ASSAY,ASSAY_PRIORITY,NETTY,ACTIVEJ")
public class EventsBenchmark extends AbstractEvents {}
