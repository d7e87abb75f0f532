package io.assay.eventloop.jitter;

import io.assay.harness.api.Labelled;
import io.assay.queue.WaitStrategy;
import java.util.function.Supplier;

/** Who runs the periodic task. */
public enum PeriodicImplementation implements Labelled {
    /** Ours. */
    ASSAY(
            "the event loop as it is: spins, yields, then parks until the timer is due",
            () -> new AssayScheduler(WaitStrategy.BACKOFF)),
    /** Ours, which never sleeps. */
    ASSAY_SPIN("the event loop with SPIN: a core of its own, no wake-up", () -> new AssayScheduler(WaitStrategy.SPIN)),
    /** Netty's loop. */
    NETTY("NIO loop; waits in the selector", ExecutorScheduler::netty),
    /** The JDK's executor. */
    JDK_SCHEDULED("ScheduledThreadPoolExecutor, one thread", ExecutorScheduler::jdk);

    private final String label;
    private final Supplier<Scheduler> factory;

    PeriodicImplementation(String label, Supplier<Scheduler> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Starts one; to be closed. */
    public Scheduler scheduler() {
        return factory.get();
    }
}
