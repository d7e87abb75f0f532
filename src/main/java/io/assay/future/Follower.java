package io.assay.future;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A future whose function gives the future to follow. It passes through phases: waiting for its parent ({@code what} is
 * the function), waiting for its leader as a node in that one's list ({@code what} is null), done.
 *
 * <p>In a loop, where each function returns the next turn's follower, that would build a list as long as the loop: the
 * first waits for the second, the second for the third. So a follower that finds itself followed by one other follower
 * and nobody else, at the time its own leader is known, hands that one over to the leader and steps out: its state
 * becomes {@link Marker#HANDED_OVER}, {@code what} the leader, and nothing points to it any more but its own users.
 * As soon as one of those registers with it, it steps back in and waits for its leader itself: its own cancel must be
 * felt by those.
 */
abstract class Follower<T> extends Continuation<T> {
    static final String NO_FUTURE = "the function returned null, not a future";

    private static final VarHandle WHAT;

    static {
        try {
            WHAT = MethodHandles.lookup().findVarHandle(Continuation.class, "what", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    Follower(@Nullable Object function) {
        super(function);
    }

    /** Whether the function, rather than the result itself, decides. */
    abstract boolean takes(Object result);

    /** Whom to follow. */
    abstract Future<? extends T> choose(Object function, Object result);

    @Override
    final @Nullable Continuation<?> fire(Object result) {
        Object function = what;
        what = null;
        if (isResult(state())) {
            return null;
        }
        if (function == null || !takes(result)) {
            return settled(result);
        }
        Future<? extends T> leader;
        try {
            leader = checked(choose(function, result));
        } catch (Throwable thrown) {
            return settled(new Failure(thrown));
        }
        Object outcome = leader.outcome();
        if (outcome != null) {
            return settled(outcome);
        }
        follow(leader);
        return null;
    }

    private Future<? extends T> checked(@Nullable Future<? extends T> chosen) {
        if (chosen == null) {
            throw new NullPointerException(NO_FUTURE);
        }
        Future<?> last = chosen instanceof Follower<?> follower && follower.state() == Marker.HANDED_OVER
                ? follower.leader()
                : chosen;
        // The one that waits for this was perhaps handed over to it, so that it waits for it in another's stead.
        if (last == this || last == state()) {
            throw waitsForItself();
        }
        return chosen;
    }

    private static IllegalStateException waitsForItself() {
        return new IllegalStateException("the function returned the future that waits for it");
    }

    /** Waits for a future that is not of this one's making. */
    private void follow(Future<? extends T> leader) {
        Object own = state();
        if (own instanceof Follower<?> dependent && dependent.isFollowing() && dependent.next == null) {
            WHAT.setRelease(this, leader);
            if (exchange(own, Marker.HANDED_OVER)) {
                leader.attach(dependent);
                return;
            }
            what = null;
        }
        leader.attach(this);
    }

    private boolean isFollowing() {
        return what == null;
    }

    /** Once stepped out: the leader's result, which then is this one's for good; null while there is none. */
    final @Nullable Object outcomeOfLeader() {
        while (true) {
            Object s = state();
            if (s != Marker.HANDED_OVER) {
                return isResult(s) ? s : null;
            }
            Future<?> leader = leader();
            if (leader != null) {
                Object outcome = leader.outcome();
                if (outcome == null || become(outcome)) {
                    return outcome;
                }
            }
        }
    }

    /**
     * Waits for the leader again, because somebody waits for this one.
     *
     * @return false if the state has changed meanwhile
     */
    final boolean stepIn(Continuation<?> added) {
        Future<?> leader = leader();
        if (leader == null) {
            return false;
        }
        added.next = null;
        if (!become(added)) {
            return false;
        }
        leader.attach(this);
        return true;
    }

    /** Ends being stepped out. */
    private boolean become(Object state) {
        if (!exchange(Marker.HANDED_OVER, state)) {
            return false;
        }
        // After the state: whoever finds nothing here finds the new state there.
        WHAT.setRelease(this, null);
        return true;
    }

    /**
     * The future that this one has become, without those on the way that have stepped out too; null if this one has not
     * stepped out any more. If the way leads in a circle (closed by two threads at once, each of which could not see
     * the other's half) this fails: nobody else would end it.
     */
    final @Nullable Future<?> leader() {
        Future<?> first = (Future<?>) WHAT.getAcquire(this);
        Future<?> last = first;
        // Brent's search for a circle: a mark that is moved on after 2, 4, 8 ... steps is met again in any circle.
        Future<?> mark = this;
        int steps = 0;
        int toNextMark = 2;
        while (last instanceof Follower<?> follower && follower.state() == Marker.HANDED_OVER) {
            Future<?> further = (Future<?>) WHAT.getAcquire(follower);
            if (further == mark) {
                become(new Failure(waitsForItself()));
                return null;
            }
            if (++steps == toNextMark) {
                mark = follower;
                steps = 0;
                toNextMark *= 2;
            }
            if (further != null) {
                last = further;
            }
        }
        if (last != first) {
            // Unless this has stepped in meanwhile: then what is no leader's place any more.
            WHAT.compareAndSet(this, first, last);
        }
        return last;
    }
}
