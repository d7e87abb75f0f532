package io.assay.future;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The state machine below a future, all in one field. It holds
 *
 * <ul>
 *   <li>null: pending, and nobody waits;
 *   <li>a {@link Continuation}: pending; it was registered last, the one before it is its {@code next};
 *   <li>{@link Marker#HANDED_OVER}: pending; this future has become another one;
 *   <li>anything else: done. A {@link Failure}, or a value as {@link Boxed#encode} writes it.
 * </ul>
 *
 * <p>Every step out of null or a continuation is a compare-and-set, because completion and registration may come from
 * any two threads. A future that is made done is written plainly before anyone can see it.
 */
abstract class Cell<T extends @Nullable Object> extends Future<T> {
    static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Cell.class, "state", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // Read through STATE.
    private @Nullable Object state;

    Cell() {}

    /** A cell that is done from the start. */
    Cell(Object state) {
        this.state = state;
        // As for a final field: whoever finds this cell through a data race must not find it pending for ever.
        VarHandle.storeStoreFence();
    }

    final @Nullable Object state() {
        return STATE.getAcquire(this);
    }

    @Override
    final @Nullable Object outcome() {
        Object s = state();
        return s instanceof Special && s instanceof Continuation ? outcomeOfLeader(s) : s;
    }

    private @Nullable Object outcomeOfLeader(Object s) {
        return s == Marker.HANDED_OVER ? ((Follower<?>) this).outcomeOfLeader() : null;
    }

    /** Moves between states that are not done. */
    final boolean exchange(@Nullable Object expected, @Nullable Object next) {
        return STATE.compareAndSet(this, expected, next);
    }

    /**
     * Makes this done unless it is. Who waits for it must then be run by the caller.
     *
     * @return who waits, the last registered first; {@link Continuation#NONE} if nobody; null if it was done before
     */
    final @Nullable Continuation<?> settle(Object result) {
        while (true) {
            Object s = state();
            if (s == null) {
                if (STATE.compareAndSet(this, (Object) null, result)) {
                    return Marker.NOBODY;
                }
            } else if (s instanceof Continuation) {
                if (STATE.compareAndSet(this, s, result)) {
                    return s == Marker.HANDED_OVER ? Marker.NOBODY : (Continuation<?>) s;
                }
            } else {
                return null;
            }
        }
    }

    /** Makes this done and runs who waits for it. */
    final boolean finish(Object result) {
        Object s = state();
        if (s == null) {
            if (exchange(null, result)) {
                return true;
            }
        } else if (s instanceof Gathering.Part part && part.next == null && exchange(part, result)) {
            // Only Sweep writes the next of one that is registered, and never where there was none.
            part.passOn(result);
            return true;
        }
        // For all others looked up before the atomic step and not after it: nothing that follows such a step begins
        // before its end.
        Propagation run = Propagation.current();
        Continuation<?> waiting = settle(result);
        if (waiting == null) {
            return false;
        }
        if (waiting != Marker.NOBODY) {
            run.start(result, waiting);
        }
        return true;
    }

    @Override
    final void attach(Continuation<?> added) {
        while (true) {
            Object s = state();
            if (s == null) {
                added.next = null;
                if (exchange(null, added)) {
                    return;
                }
            } else if (s == Marker.HANDED_OVER) {
                if (((Follower<?>) this).stepIn(added)) {
                    return;
                }
            } else if (s instanceof Continuation) {
                added.next = ((Continuation<?>) s).firstAlive();
                if (exchange(s, added)) {
                    Sweep.sometimes(this, added);
                    return;
                }
            } else {
                added.next = null;
                Propagation.run(s, added);
                return;
            }
        }
    }

    @Override
    final void dropDead() {
        Object s = state();
        if (s instanceof Continuation && s != Marker.HANDED_OVER) {
            Continuation<?> last = (Continuation<?>) s;
            if (last.isDead()) {
                exchange(last, last.firstAlive());
            } else {
                Sweep.sometimes(this, last);
            }
        }
    }

    @Override
    public final boolean cancel() {
        // One that has become another future may be done without having been told.
        return outcome() == null && giveUp(Failure.cancelled());
    }

    /** Makes this done before its turn, lets go of what it needed for that, and runs who waits for it. */
    final boolean giveUp(Failure why) {
        Continuation<?> waiting = settle(why);
        if (waiting == null) {
            return false;
        }
        release();
        if (waiting != Marker.NOBODY) {
            Propagation.run(why, waiting);
        }
        return true;
    }

    /** Called after this was made done from outside: lets go of what waits for no use. Throws nothing. */
    void release() {}
}
