package io.assay.eventloop;

import io.assay.eventloop.peers.AwaitAdapter;
import io.assay.eventloop.peers.AwaitAdapters;
import io.assay.harness.api.Labelled;
import java.util.function.Supplier;

/** What can wait for an event, as it is measured. What one does more or less than ours stands in its label. */
public enum AwaitImplementation implements Labelled {
    /** Ours. */
    ASSAY("a task; the resumption too takes its turn in the loop's queue", AwaitAdapters::assay),
    /** Netty's loop. */
    NETTY("callbacks on its NIO loop; less work: resumed in place, one pass through the queue", AwaitAdapters::netty),
    /** ActiveJ's loop. */
    ACTIVEJ("callbacks on its loop; less work: resumed in place, one pass through the queue", AwaitAdapters::activeJ),
    /** Virtual threads on all carriers. */
    VIRTUAL_THREADS(
            "more work: two threads, one of them the loop, and two switches a wait; default scheduler",
            AwaitAdapters::virtualThreads),
    /** Virtual threads on one carrier. */
    VIRTUAL_THREADS_ONE_CARRIER("as VIRTUAL_THREADS, on one carrier thread", AwaitAdapters::virtualThreadsOnOneCarrier),
    /** Platform threads. */
    PLATFORM_THREADS(
            "more work: two threads, one of them the loop, and two switches by the kernel a wait",
            AwaitAdapters::platformThreads);

    private final String label;
    private final Supplier<AwaitAdapter> factory;

    AwaitImplementation(String label, Supplier<AwaitAdapter> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Makes one; to be closed. */
    public AwaitAdapter make() {
        return factory.get();
    }
}
