package io.assay.eventloop;

import io.assay.queue.Blocker;
import io.assay.queue.QueueKind;
import io.assay.queue.WaitStrategy;
import io.assay.queue.Waiter;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link EventLoop}; each has a default. */
public final class EventLoopBuilder {
    private static final AtomicInteger THREADS = new AtomicInteger();

    boolean priorities;
    QueueKind inbox = QueueKind.VARHANDLE_UNBOUNDED;
    WaitStrategy waiting = WaitStrategy.BACKOFF;

    @Nullable
    FailureHandler failures;

    @Nullable
    EventSource source;

    LongSupplier clock = System::nanoTime;
    ThreadFactory threads = task -> {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName("assay-loop-" + THREADS.incrementAndGet());
        return thread;
    };

    EventLoopBuilder() {}

    /** Whether events have priorities; by default they have not, and the loop is first in, first out. */
    public EventLoopBuilder priorities(boolean has) {
        priorities = has;
        return this;
    }

    /**
     * The queue that other threads post through; by default {@link QueueKind#VARHANDLE_UNBOUNDED}.
     *
     * @throws IllegalArgumentException if it is bounded: a loop never refuses for want of room
     */
    public EventLoopBuilder inbox(QueueKind kind) {
        if (kind.bounded()) {
            throw new IllegalArgumentException(
                    kind + " is bounded, and a loop's inbox must not refuse; use VARHANDLE_UNBOUNDED or JCTOOLS_XADD");
        }
        inbox = kind;
        return this;
    }

    /** What the loop does while it has nothing to do; by default {@link WaitStrategy#BACKOFF}. */
    public EventLoopBuilder waiting(WaitStrategy strategy) {
        waiting = strategy;
        return this;
    }

    /** Another source of events, which the loop then waits in; {@link #waiting} does not count any more. One loop a source. */
    public EventLoopBuilder source(EventSource other) {
        source = other;
        return this;
    }

    Waiter newWaiter() {
        EventSource other = source;
        if (other == null) {
            return waiting.newWaiter();
        }
        return Waiter.over(new Blocker() {
            @Override
            public void block(long nanos) {
                other.await(nanos);
            }

            @Override
            public void unblock() {
                other.wakeUp();
            }
        });
    }

    /** Who hears what user code throws; by default the thread's handler of uncaught exceptions. */
    public EventLoopBuilder failures(FailureHandler handler) {
        failures = handler;
        return this;
    }

    /** What makes the thread of {@link EventLoop#start}; by default threads that keep the JVM alive. */
    public EventLoopBuilder threads(ThreadFactory factory) {
        threads = factory;
        return this;
    }

    /**
     * The clock of the timers, in nanoseconds as {@link System#nanoTime}, which is the default; another one is for tests. The
     * loop still waits in real time, for as long as this clock says a timer has left.
     */
    public EventLoopBuilder clock(LongSupplier nanos) {
        clock = nanos;
        return this;
    }

    /** Makes the loop, which does not run yet. */
    public EventLoop build() {
        return new EventLoop(this);
    }
}
