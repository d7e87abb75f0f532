package io.assay.eventloop;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What an {@link EventLoop} is made of, and how its thread goes round. */
final class LoopCore {
    private static final int FIFO_BATCH = 256;
    /** Small, as an urgent event of another thread waits for so many others. */
    private static final int PRIORITY_BATCH = 16;
    /** Half of the clock's range: two deadlines further apart could not be told apart from the wrapped difference. */
    static final long LONGEST_DELAY = Long.MAX_VALUE / 2;

    final boolean priorities;
    final Inbox inbox;
    final Dispatcher dispatcher;
    final LiveTasks tasks = new LiveTasks();
    final Lifecycle lifecycle = new Lifecycle();
    final Failures failures;
    private final Backlog backlog;
    private final int batch;
    private final Timers timers = new Timers();
    private final LongSupplier clock;
    private final @Nullable EventSource source;
    private final Consumer<Object> sink = this::takeIn;

    /**
     * Who runs the loop. Read without a fence by any thread: it equals the reader only if the reader itself wrote it, and
     * a thread sees its own writes.
     */
    private @Nullable Thread owner;

    /** Whether the loop's own posts are refused too. */
    private volatile boolean refusesOwn;

    private boolean interrupted;

    /** Rounds with events since the source was looked at. */
    private int roundsSincePoll;

    LoopCore(EventLoopBuilder settings) {
        priorities = settings.priorities;
        inbox = new Inbox(settings.inbox.create(FIFO_BATCH), settings.newWaiter());
        backlog = priorities ? new PriorityBacklog() : new ChunkedFifo();
        batch = priorities ? PRIORITY_BATCH : FIFO_BATCH;
        failures = new Failures(settings.failures);
        dispatcher = new Dispatcher(failures);
        clock = settings.clock;
        source = settings.source;
    }

    boolean inLoop() {
        return Thread.currentThread() == owner;
    }

    /** Puts an item in, of the default priority; any thread. */
    boolean accept(Object item) {
        if (!inLoop()) {
            return inbox.offer(item);
        }
        if (refusesOwn) {
            return false;
        }
        backlog.add(item);
        return true;
    }

    /** Puts an item of another priority in; any thread. */
    boolean accept(Object item, int priority) {
        if (!inLoop()) {
            return inbox.offer(new Envelope(item, priority));
        }
        if (refusesOwn) {
            return false;
        }
        backlog.add(item, priority);
        return true;
    }

    /** Has a task's next step take its turn; any thread. Where the loop has quit meanwhile it has abandoned the task. */
    void resume(Task task) {
        accept(task);
    }

    /** Closes the gate for other threads, and for the loop's own as well if it is to be now. */
    void close(boolean now) {
        lifecycle.locked(() -> {
            inbox.close();
            if (now) {
                refusesOwn = true;
            }
        });
        inbox.wakeUp();
    }

    // ---- timers

    /** When a timer is due that is armed now. */
    long deadline(long delay) {
        return clock.getAsLong() + Math.max(0, Math.min(delay, LONGEST_DELAY));
    }

    /** Arms a timer; any thread. */
    boolean arm(LoopTimer timer) {
        if (!inLoop()) {
            return inbox.offer(timer);
        }
        boolean open = inbox.isOpen();
        if (open) {
            timers.arm(timer);
        }
        return open;
    }

    /** Hears that a timer was cancelled; any thread. */
    void cancelled(LoopTimer timer) {
        if (inLoop()) {
            timers.cancelled(timer);
        } else {
            // Refused: the loop ends, and all its timers with it.
            inbox.offer(timer);
        }
    }

    /** Another thread made or cancelled a timer; whichever of the two notes comes first, its state is what counts. */
    private void noted(LoopTimer timer) {
        if (timer.isCancelled()) {
            timers.cancelled(timer);
        } else if (inbox.isOpen()) {
            timers.arm(timer);
        } else {
            timer.drop();
        }
    }

    // ---- the loop itself

    private void takeIn(Object item) {
        if (item instanceof Envelope envelope) {
            backlog.add(envelope.event(), envelope.priority());
        } else if (item instanceof LoopTimer timer) {
            // Not behind the backlog: it would be armed after its time.
            noted(timer);
        } else {
            backlog.add(item);
        }
    }

    /** One thread's turn at the loop, for which it entered {@link #lifecycle}. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint for speed; nothing relies on it
    long turn(boolean waits) {
        EventLoop.State next = EventLoop.State.IDLE;
        owner = Thread.currentThread();
        try {
            if (!inbox.isSealed()) {
                // This thread may have posted as an outsider, and what it posts from here on must not come first.
                inbox.takePresent(sink);
            }
            long dispatched = 0;
            int fruitless = 0;
            while (true) {
                long step = takeFireDispatch();
                dispatched += step;
                if (lifecycle.stopAsked()) {
                    return dispatched;
                }
                if (step > 0) {
                    fruitless = 0;
                    if (++roundsSincePoll > 1) {
                        // After the first, the loop mostly runs out of events and waits in the source anyway.
                        dispatched += poll();
                    }
                } else if (inbox.isSealed()) {
                    next = EventLoop.State.ENDED;
                    refusesOwn = true;
                    tasks.abandon();
                    return dispatched;
                } else if (!inbox.isEmpty()) {
                    // Something has come meanwhile; or it is claimed by a poster that needs this core to fill it.
                    if (fruitless++ > 0) {
                        Thread.yield();
                    }
                } else if (waits) {
                    await();
                    dispatched += poll();
                } else if (inbox.isOpen()) {
                    int polled = poll();
                    dispatched += polled;
                    if (polled == 0) {
                        return dispatched;
                    }
                }
            }
        } finally {
            owner = null;
            lifecycle.exit(next);
            if (interrupted) {
                interrupted = false;
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does one round, and says how many events, timers and steps of tasks there were. */
    private long takeFireDispatch() {
        if (inbox.isOpen()) {
            // With priorities all that is there: what is urgent may stand last.
            inbox.take(sink, priorities ? Math.max(batch, inbox.size()) : batch);
            long fired = timers.isEmpty() ? 0 : timers.fire(clock.getAsLong(), failures);
            return fired + dispatchBatch();
        }
        if (!inbox.isSealed()) {
            timers.drop();
            inbox.seal(sink);
        }
        return dispatchBatch();
    }

    private int dispatchBatch() {
        int count = 0;
        while (count < batch && !lifecycle.stopAsked()) {
            Object item = backlog.poll();
            if (item == null) {
                break;
            }
            count++;
            if (item instanceof Command command) {
                command.perform();
            } else {
                dispatcher.dispatch(item);
            }
        }
        return count;
    }

    private void await() {
        try {
            inbox.await(timers.isEmpty() ? Long.MAX_VALUE : timers.untilNext(clock.getAsLong()));
        } catch (InterruptedException e) {
            // The waiter has cleared it; it must not end the next wait as well.
            interrupted = true;
        }
    }

    private int poll() {
        roundsSincePoll = 0;
        EventSource asked = source;
        if (asked == null) {
            return 0;
        }
        try {
            return asked.poll();
        } catch (Throwable failure) {
            failures.failed(asked, failure);
            return 0;
        }
    }
}
