package io.assay.eventloop.peers;

import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.MpscUnboundedArrayQueue;

/** Makes the loops' adapters; each is to be closed. */
public final class LoopAdapters {
    private static final int CHUNK = 1_024;

    private LoopAdapters() {}

    /** Ours, first in, first out. */
    public static LoopAdapter assay(EventTally tally) {
        return new AssayLoop(false, tally);
    }

    /** Ours, with priorities. */
    public static LoopAdapter assayPriorities(EventTally tally) {
        return new AssayLoop(true, tally);
    }

    /** Netty's. */
    public static LoopAdapter netty(EventTally tally) {
        return new NettyLoop(tally);
    }

    /** ActiveJ's. */
    public static LoopAdapter activeJ(EventTally tally) {
        return new ActiveJLoop(tally);
    }

    /** Agrona's agent. */
    public static LoopAdapter agrona(EventTally tally) {
        return new AgronaLoop(tally);
    }

    /** An unbounded queue of JCTools. */
    public static LoopAdapter bare(EventTally tally) {
        return new BareQueue(tally, most -> new MpscUnboundedArrayQueue<>(CHUNK));
    }

    /** A bounded queue of JCTools. */
    public static LoopAdapter bareArray(EventTally tally) {
        return new BareQueue(tally, MpscArrayQueue::new);
    }
}
