package io.assay.eventloop;

import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;

/**
 * {@inheritDoc}
 *
 * <p>One loop. The heap is twice what the backlog of the neediest loop takes, as a server's would be: the footprint of a JVM
 * is its heap as soon as it has allocated as much.
 */
@Heap(mebibytes = 256)
@Headline("implementation=ASSAY,ASSAY_PRIORITY,NETTY,ACTIVEJ")
public class EventsBenchmark extends AbstractEvents {}
