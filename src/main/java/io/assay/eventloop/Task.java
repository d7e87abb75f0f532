package io.assay.eventloop;

import io.assay.future.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Work on a loop that can wait without holding the loop's thread. Java 17 has no coroutines: a task is an object whose
 * {@link #step} is called again and again, and which keeps in its fields what has to outlive a wait. Each call does some
 * work and ends with what the task waits for, or with {@link #done}:
 *
 * <pre>{@code
 * final class Rounds extends Task {
 *     private int left = 3;
 *
 *     @Override
 *     protected Step step() {
 *         if (left-- == 0) {
 *             return done();
 *         }
 *         System.out.println(left + " to go");
 *         return await(tick);
 *     }
 * }
 *
 * loop.launch(new Rounds());
 * }</pre>
 *
 * <p>What a wait returns must be what {@code step} returns, at once: a task waits for one thing at a time. When that is
 * there the loop calls {@code step} again; where it is there already, in the same turn. A resumption takes its turn among
 * the events of the default priority. Waiting and resuming allocate nothing.
 *
 * <p>Steps run on the loop's thread, one at a time. A task whose step throws has failed, and is reported to the loop's
 * {@link FailureHandler}. One that still waits when its loop ends is abandoned; as a loop that was told to quit hears no
 * other thread any more, so is one that waits for what another thread would do.
 */
public abstract class Task extends Command {
    /** So many steps in a row, without a wait that suspends, make room for others. */
    private static final int STEPS_IN_A_TURN = 256;

    /** How a step ended; made by the waits and by {@link #done}. */
    public enum Step {
        /** The task has ended. */
        DONE,
        /** What it waited for was there already: the next step follows. */
        READY,
        /** It waits. */
        SUSPENDED
    }

    /** Where a task is in its life. */
    public enum State {
        /** Not launched, or launched and not taken by the loop yet. */
        NEW,
        /** Its first step began. */
        ACTIVE,
        /** It said {@link #done}. */
        DONE,
        /** A step threw. */
        FAILED,
        /** Its loop ended first. */
        ABANDONED
    }

    /** The next one that waits for the same {@link AutoResetEvent}. */
    @Nullable
    Task nextWaiter;
    /** Neighbours in the loop's list of tasks that have not ended. */
    @Nullable
    Task nextLive;

    @Nullable
    Task previousLive;

    private volatile State state = State.NEW;
    private @Nullable EventLoop loop;
    // Made at the first wait of their kind and used again.
    private @Nullable LoopTimer sleep;
    private @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> completed;
    private boolean suspended;

    /** For subclasses. */
    protected Task() {}

    /**
     * Goes on from where the last call ended.
     *
     * @return what a wait of this object or {@link #done} returned
     * @throws Exception the task's failure
     */
    protected abstract Step step() throws Exception;

    /** Called on the loop's thread if the loop ends before the task does: to let go of what it holds. Posts are refused. */
    protected void abandoned() {}

    /** The end of the task. */
    protected final Step done() {
        return Step.DONE;
    }

    /** Waits for the event. */
    protected final Step await(AutoResetEvent event) {
        return event.await(this);
    }

    /**
     * Waits for so long, in nanoseconds; 0 or less is {@link #giveWay}. Where the loop was told to quit, for ever: the task
     * is abandoned.
     */
    protected final Step sleep(long nanos) {
        if (nanos <= 0) {
            return giveWay();
        }
        LoopCore own = loop().core;
        LoopTimer timer = sleep;
        if (timer == null) {
            timer = new LoopTimer(own, () -> own.resume(this), 0, 0);
            sleep = timer;
        }
        Step step = suspend();
        timer.renew(own.deadline(nanos));
        own.arm(timer);
        return step;
    }

    /**
     * Waits for the future to be done; its result is then in {@link Future#getNow} or {@link Future#cause}. May be completed
     * on any thread. A future that is pending makes a node of its own for whoever waits; that is all that is allocated.
     */
    protected final Step await(Future<?> future) {
        if (future.isDone()) {
            return Step.READY;
        }
        BiConsumer<@Nullable Object, @Nullable Throwable> listener = completed;
        if (listener == null) {
            LoopCore own = loop().core;
            listener = (value, failure) -> own.resume(this);
            completed = listener;
        }
        Step step = suspend();
        future.onComplete(listener);
        return step;
    }

    /**
     * Waits for everything that is in the backlog, at the default priority or a more urgent one, to be dispatched. What other
     * threads have posted and the loop has not taken in yet may come after it.
     */
    protected final Step giveWay() {
        Step step = suspend();
        loop().core.resume(this);
        return step;
    }

    /**
     * The loop that it was launched on.
     *
     * @throws IllegalStateException if it was not
     */
    protected final EventLoop loop() {
        EventLoop own = loop;
        if (own == null) {
            throw new IllegalStateException("the task was not launched");
        }
        return own;
    }

    /** Where it is; any thread. */
    public final State state() {
        return state;
    }

    /** Says which loop will run it; once. */
    final void belongTo(EventLoop owner) {
        synchronized (this) {
            if (loop != null) {
                throw new IllegalStateException("the task was launched before; make another one");
            }
            loop = owner;
        }
    }

    /** Undoes {@link #belongTo}, after a refusal. */
    final void belongToNone() {
        synchronized (this) {
            loop = null;
        }
    }

    /** Marks that something will resume the task. */
    final Step suspend() {
        if (suspended) {
            throw new IllegalStateException(
                    "the task waits for two things at once; return what the first wait returned");
        }
        suspended = true;
        return Step.SUSPENDED;
    }

    @Override
    final void perform() {
        if (state == State.NEW) {
            loop().core.tasks.add(this);
            state = State.ACTIVE;
        } else if (state != State.ACTIVE) {
            return;
        }
        suspended = false;
        try {
            Step end = step();
            for (int i = 1; end == Step.READY && i < STEPS_IN_A_TURN; i++) {
                end = step();
            }
            if ((end == Step.SUSPENDED) != suspended) {
                throw new IllegalStateException(
                        "a task's step must return what its wait returned, or done(); it returned " + end
                                + (suspended ? " and waits" : " and does not wait"));
            }
            if (end == Step.READY) {
                suspended = true;
                loop().core.resume(this);
            } else if (end == Step.DONE) {
                end(State.DONE);
            }
        } catch (Throwable failure) {
            end(State.FAILED);
            loop().core.failures.failed(this, failure);
        }
    }

    private void end(State last) {
        state = last;
        loop().core.tasks.remove(this);
    }

    final void abandon() {
        end(State.ABANDONED);
        try {
            abandoned();
        } catch (Throwable failure) {
            loop().core.failures.failed(this, failure);
        }
    }
}
