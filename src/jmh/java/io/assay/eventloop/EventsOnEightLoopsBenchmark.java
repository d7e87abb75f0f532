package io.assay.eventloop;

import io.assay.harness.api.Heap;
import org.openjdk.jmh.annotations.Threads;

/**
 * {@inheritDoc}
 *
 * <p>Eight loops on eight threads, each with a backlog of its own; a score is the time of one loop, while the others run.
 */
@Heap(mebibytes = 2048)
@Threads(8)
public class EventsOnEightLoopsBenchmark extends AbstractEvents {}
