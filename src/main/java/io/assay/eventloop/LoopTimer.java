package io.assay.eventloop;

import io.assay.future.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A timer of a loop: one shot or periodic; made by {@link EventLoop#schedule} and
 * {@link EventLoop#scheduleAtFixedRate}.
 */
public final class LoopTimer implements Timer.Handle {
    private static final int PENDING = 0;
    private static final int CANCELLED = 1;
    private static final int FIRED = 2;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(LoopTimer.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final LoopCore loop;
    /** {@code null} once cancelled: a heap may hold a cancelled timer for long, and need not hold what hangs on it. */
    @Nullable
    Runnable action;
    /** Nanoseconds from one time to the next; 0 for one shot. */
    final long period;
    /** By the loop's clock, in nanoseconds. */
    long deadline;
    /** Orders timers of one deadline by when they were armed. */
    long sequence;
    /** Whether {@link Timers} has it; the loop's thread alone. */
    boolean armed;
    /** Whether {@link Timers} knows that it was cancelled; the loop's thread alone. */
    boolean counted;

    private volatile int state = PENDING;

    LoopTimer(LoopCore loop, Runnable action, long deadline, long period) {
        this.loop = loop;
        this.action = action;
        this.deadline = deadline;
        this.period = period;
    }

    /**
     * Sees to it that the action does not begin any more; any thread. An action that has begun goes on. A periodic action
     * has begun when the loop has found it due and the timer pending: from another thread's view one last run may start
     * after this call has returned, but no second one. On the loop's thread none starts.
     */
    @Override
    public void cancel() {
        tryCancel();
    }

    /**
     * As {@link #cancel}.
     *
     * @return whether this call did it: {@code false} if a one-shot timer fired, the timer was cancelled before, or its
     *     loop was told to quit and has cancelled it. After {@code true} a one-shot action never runs
     */
    public boolean tryCancel() {
        boolean cancelled = STATE.compareAndSet(this, PENDING, CANCELLED);
        if (cancelled) {
            action = null;
            loop.cancelled(this);
        }
        return cancelled;
    }

    /** Whether it will fire, or fire again. */
    public boolean isPending() {
        return state == PENDING;
    }

    boolean isCancelled() {
        return state == CANCELLED;
    }

    /**
     * Whether the action is to run now; of one shot it is the end. Of a period the look at the state is where the run
     * begins: a claim by compare-and-set would not let a canceller tell more, as the action's first step comes after it too.
     */
    boolean fires() {
        return period > 0 ? state == PENDING : STATE.compareAndSet(this, PENDING, FIRED);
    }

    /** Cancels without a word to the loop, which does it. */
    void drop() {
        if (STATE.compareAndSet(this, PENDING, CANCELLED)) {
            action = null;
        }
    }

    /** Makes a timer that fired ready to be armed again. */
    void renew(long at) {
        deadline = at;
        state = PENDING;
    }
}
