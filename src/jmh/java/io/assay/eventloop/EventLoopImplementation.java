package io.assay.eventloop;

import io.assay.eventloop.peers.EventTally;
import io.assay.eventloop.peers.LoopAdapter;
import io.assay.eventloop.peers.LoopAdapters;
import io.assay.harness.api.Labelled;
import java.util.function.Function;

/** The loops that are measured. What one does more or less than ours stands in its label. */
public enum EventLoopImplementation implements Labelled {
    /** Ours, first in, first out. */
    ASSAY(
            "typed events to a registered handler; drained by quit; on the calling thread; its own thread posts to a plain "
                    + "array, without an atomic operation",
            LoopAdapters::assay),
    /** Ours, with priorities. */
    ASSAY_PRIORITY(
            "as ASSAY, with priorities, all events of the default one; still first in, first out",
            LoopAdapters::assayPriorities),
    /** Netty's. */
    NETTY(
            "NIO loop on its own thread, which also looks after selector and timers; less work: events are tasks that bring "
                    + "their handler; more work: its own thread's posts too claim their place atomically",
            LoopAdapters::netty),
    /** ActiveJ's. */
    ACTIVEJ(
            "without a selector, as it has no channels; less work: events are tasks that bring their handler; its own "
                    + "thread posts to a plain array deque",
            LoopAdapters::activeJ),
    /** Agrona's agent over a queue. */
    AGRONA(
            "less work: an agent that drains a bounded ManyToOneConcurrentArrayQueue, 256 events a turn; one type of event; no "
                    + "timers, no growth; more work: its own thread's posts too claim their place atomically",
            LoopAdapters::agrona),
    /** JCTools' unbounded queue alone. */
    BOUND_JCTOOLS(
            "lower bound: offer and poll of MpscUnboundedArrayQueue and the handler's call; no loop; the consumer spins; an "
                    + "atomic claim each post, so no bound of own posts to a plain array",
            LoopAdapters::bare),
    /** JCTools' bounded queue alone. */
    BOUND_JCTOOLS_ARRAY(
            "lower bound: as BOUND_JCTOOLS, with MpscArrayQueue, all room made at once", LoopAdapters::bareArray);

    private final String label;
    private final Function<EventTally, LoopAdapter> factory;

    EventLoopImplementation(String label, Function<EventTally, LoopAdapter> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** A loop that tells this tally what it dispatched; to be closed. */
    public LoopAdapter loop(EventTally tally) {
        return factory.apply(tally);
    }
}
