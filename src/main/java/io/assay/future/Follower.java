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
            leader = leader(choose(function, result));
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

    private Future<? extends T> leader(@Nullable Future<? extends T> chosen) {
        if (chosen == null) {
            throw new NullPointerException(NO_FUTURE);
        }
        if (chosen == this) {
            throw new IllegalStateException("the function returned the future that waits for it");
        }
        return chosen;
    }

    /** Waits for a future that is not of this one's making. */
    final void follow(Future<? extends T> leader) {
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

    /** The future that this one has become, without those on the way that have stepped out too. */
    final Future<?> leader() {
        Future<?> leader = (Future<?>) WHAT.getAcquire(this);
        while (leader instanceof Follower<?> follower && follower.state() == Marker.HANDED_OVER) {
            leader = (Future<?>) WHAT.getAcquire(follower);
            WHAT.setRelease(this, leader);
        }
        return leader;
    }
}
