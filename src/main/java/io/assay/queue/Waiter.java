package io.assay.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;

/**
 * One consumer's place to wait for many producers. A producer publishes, then {@link #signal}s; the consumer awaits until
 * what was published is there. No signal is lost: whatever was published before a {@code signal} began is either seen by
 * the consumer's look at {@code ready}, or the signal wakes it, in which case it looks again.
 *
 * <p>{@link #signal} and {@link #wakeUp} may be called by any thread, {@link #await} by the consumer alone.
 */
public abstract sealed class Waiter permits SpinWaiter, ParkWaiter, BlockerWaiter {
    private static final VarHandle WOKEN;

    static {
        try {
            WOKEN = MethodHandles.lookup().findVarHandle(Waiter.class, "woken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // by its handle
    private volatile boolean woken;

    Waiter() {}

    /**
     * A waiter that waits in a blocker. Its {@link #await} may return {@code true} early, with nothing ready, whenever the
     * blocker returns: the consumer looks and waits again.
     */
    public static Waiter over(Blocker blocker) {
        return new BlockerWaiter(blocker);
    }

    /** Says that something was published: to be called after each publication, or after the last of several. */
    public abstract void signal();

    /**
     * Whether {@link #signal} begins with a full fence: whoever publishes, signals and then reads what the consumer wrote
     * needs none of its own.
     */
    public abstract boolean fencesSignal();

    /**
     * Makes the current {@link #await}, or if there is none the next one, return {@code true} whatever it waits for. Several
     * calls before that count as one.
     */
    public final void wakeUp() {
        woken = true;
        signal();
    }

    /**
     * Waits until {@code ready} says so, {@link #wakeUp} was called or the time is up.
     *
     * @param ready looks at what producers publish; called often, by this thread alone. It may stay {@code true} only until
     *     the consumer acts
     * @param nanos at most so long, in nanoseconds; 0 or less only looks; {@link Long#MAX_VALUE} is for ever
     * @return {@code false} if the time was up first
     * @throws InterruptedException if the thread is interrupted before or while it waits; not where it need not wait
     */
    public final boolean await(BooleanSupplier ready, long nanos) throws InterruptedException {
        if (ready(ready)) {
            return true;
        }
        if (nanos <= 0) {
            return false;
        }
        return block(ready, nanos);
    }

    /** Waits; {@code nanos} is above 0. */
    abstract boolean block(BooleanSupplier ready, long nanos) throws InterruptedException;

    /** Takes the note of a {@link #wakeUp}, so that it ends one wait and not the next as well. */
    final boolean ready(BooleanSupplier ready) {
        if (woken && (boolean) WOKEN.getAndSet(this, false)) {
            return true;
        }
        return ready.getAsBoolean();
    }

    /** Lets another thread have the core: on a machine with more threads than cores it may be the producer's. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint for speed; nothing relies on it
    static void yieldCore() {
        Thread.yield();
    }
}
