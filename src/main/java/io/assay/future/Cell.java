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
abstract class Cell {
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

    static boolean isDone(@Nullable Object state) {
        return state != null && !(state instanceof Continuation);
    }

    final @Nullable Object state() {
        return STATE.getAcquire(this);
    }

    /** The state if it is done, also that of the future which this one has become; null while it is pending. */
    final @Nullable Object outcome() {
        Object s = state();
        if (s instanceof Continuation) {
            return s == Marker.HANDED_OVER ? ((Follower<?>) this).leader().outcome() : null;
        }
        return s;
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
        Continuation<?> waiting = settle(result);
        if (waiting == null) {
            return false;
        }
        if (waiting != Marker.NOBODY) {
            Propagation.run(result, waiting);
        }
        return true;
    }

    /** Registers a continuation that is in no list; if this is done already, runs it. */
    final void attach(Continuation<?> added) {
        Cell target = this;
        while (true) {
            Object s = target.state();
            if (s == null) {
                added.next = null;
                if (target.exchange(null, added)) {
                    return;
                }
            } else if (s == Marker.HANDED_OVER) {
                target = ((Follower<?>) target).leader();
            } else if (s instanceof Continuation) {
                added.next = ((Continuation<?>) s).firstAlive();
                if (target.exchange(s, added)) {
                    return;
                }
            } else {
                added.next = null;
                Propagation.run(s, added);
                return;
            }
        }
    }

    /** Takes a continuation out if it was registered last; otherwise it stays until another is registered. */
    final void detach(Continuation<?> dead) {
        Cell target = this;
        while (target.state() == Marker.HANDED_OVER) {
            target = ((Follower<?>) target).leader();
        }
        if (target.state() == dead) {
            target.exchange(dead, dead.next);
        }
    }
}
