package io.assay.future;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
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
    final @Nullable Continuation<?> fire(Object result, Propagation run) {
        Object function = what;
        what = null;
        if (isDone(state())) {
            return null;
        }
        if (function == null || !takes(result)) {
            return run.settle(this, result);
        }
        Future<? extends T> leader;
        try {
            leader = leader(choose(function, result));
        } catch (Throwable thrown) {
            return run.settle(this, new Failure(thrown));
        }
        Object outcome = leader.outcome();
        if (outcome != null) {
            return run.settle(this, outcome);
        }
        follow(leader);
        return null;
    }

    /**
     * The same for a parent that is done already. A loop over futures that are all done calls this from inside the
     * function; where that goes too deep the function is called later, from the outermost loop.
     */
    static <T> Future<T> now(Follower<T> fresh, Object result) {
        Propagation run = Propagation.current();
        if (!run.enter()) {
            run.defer(result, fresh);
            return fresh;
        }
        try {
            Object function = fresh.what;
            fresh.what = null;
            Future<? extends T> leader;
            try {
                leader = fresh.leader(fresh.choose(Objects.requireNonNull(function), result));
            } catch (Throwable thrown) {
                return new Promise<>(new Failure(thrown));
            }
            if (leader.isDone()) {
                return leader.narrow();
            }
            leader.attach(fresh);
            return fresh;
        } finally {
            run.leave();
        }
    }

    private Future<? extends T> leader(@Nullable Future<? extends T> chosen) {
        if (chosen == null) {
            throw new NullPointerException("the function returned null, not a future");
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
        while (leader.state() == Marker.HANDED_OVER) {
            leader = (Future<?>) WHAT.getAcquire(leader);
            WHAT.setRelease(this, leader);
        }
        return leader;
    }
}
