package io.assay.future;

import io.assay.Checks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A result that may still have to come: a value, which may be null, or a failure. It is pending, and then done for ever.
 * All methods may be called from any thread.
 *
 * <p><b>Where callbacks run.</b> Those registered while this is pending: on the thread that makes it done, inside that
 * call. Those registered later: on the registering thread, inside that call. Those with an {@link Executor}: always on
 * that; if it refuses, the future that was to come of it fails with the refusal. The thread of a future that times out
 * is the {@link Timer}'s.
 *
 * <p><b>In which order.</b> The callbacks of one future that were registered while it was pending run one after the
 * other, first registered first. Between different futures there is no order. A callback may complete other futures,
 * register more, here too, and cancel; up to 64 such calls nest on the stack, and what comes deeper runs on the same
 * thread after the outermost of them, before that returns. Chains, trees and {@link #flatMap} loops of any length need
 * constant stack.
 *
 * <p><b>What a callback throws</b> (any {@link Throwable}) fails the future that was to come of it. {@link #onComplete}
 * has none: what its listener throws goes to the uncaught exception handler of the thread it ran on, and the other
 * listeners run all the same.
 *
 * <p><b>Cancelling</b> makes this future fail with a {@link java.util.concurrent.CancellationException}, and so those that
 * come of it, unless they recover. It goes down, never up: parents and inputs are not touched, for others may wait for
 * them. A function that has not started by then is not called.
 *
 * <p><b>Too late.</b> The first to complete, fail or cancel decides. All later ones have no effect and are told so.
 *
 * <p><b>Memory.</b> What a thread did before it made a future done is seen by every callback, and by whoever finds the
 * future done. A future does not hold those it came of, and drops each function when it is no longer needed.
 */
public abstract class Future<T extends @Nullable Object> extends Special {
    Future() {}

    /** A future that is done with a value. */
    public static <T extends @Nullable Object> Future<T> value(T value) {
        return new Value<>(value);
    }

    /** A future that has failed. */
    public static <T extends @Nullable Object> Future<T> failed(Throwable cause) {
        return new Promise<>(new Failure(Objects.requireNonNull(cause, "cause")));
    }

    /**
     * A future with the result of a stage. A {@link java.util.concurrent.CompletionException} around the cause, as stages
     * that come of others have it, is taken off. To cancel the future does not touch the stage.
     */
    public static <T extends @Nullable Object> Future<T> from(CompletionStage<? extends T> stage) {
        return Stages.from(stage);
    }

    /**
     * A future of the values of all inputs, in their order, as an unmodifiable list; it fails as soon as one of them fails,
     * with that failure. Without inputs it is done. Linear in their number.
     */
    public static <T extends @Nullable Object> Future<List<T>> all(Collection<? extends Future<? extends T>> inputs) {
        return Gathering.of(inputs.toArray(new @Nullable Object[0]));
    }

    /**
     * A future of the first input that succeeds; it fails if all fail, with the failure that came last. What is done
     * already counts in the order of the inputs. Those that lost are not cancelled, and hold nothing of the winner.
     *
     * @throws IllegalArgumentException without inputs
     */
    public static <T extends @Nullable Object> Future<T> any(Collection<? extends Future<? extends T>> inputs) {
        return FirstOf.of(array(inputs), false);
    }

    /**
     * A future of the first input that is done, be it failed. What is done already counts in the order of the inputs.
     * Those that lost are not cancelled, and hold nothing of the winner.
     *
     * @throws IllegalArgumentException without inputs
     */
    public static <T extends @Nullable Object> Future<T> race(Collection<? extends Future<? extends T>> inputs) {
        return FirstOf.of(array(inputs), true);
    }

    /** Whether there is a result, be it a failure. */
    public final boolean isDone() {
        return outcome() != null;
    }

    /** Whether there is a value. */
    public final boolean isSuccess() {
        Object outcome = outcome();
        return outcome != null && !(outcome instanceof Failure);
    }

    /** Whether this failed or was cancelled. */
    public final boolean isFailed() {
        return outcome() instanceof Failure;
    }

    /** Whether this failed with a {@link java.util.concurrent.CancellationException}. */
    public final boolean isCancelled() {
        Object outcome = outcome();
        return outcome instanceof Failure failure && failure.isCancellation();
    }

    /**
     * The value, without waiting.
     *
     * @throws IllegalStateException if this is pending
     * @throws java.util.concurrent.CancellationException if this was cancelled
     * @throws java.util.concurrent.CompletionException if this failed, with the failure as its cause
     */
    public T getNow() {
        Object outcome = outcome();
        if (outcome instanceof Failure failure) {
            throw failure.unchecked();
        }
        if (outcome == null) {
            throw new IllegalStateException("the future is pending");
        }
        return Boxed.decode(outcome);
    }

    /** Why this failed; null if it is pending or has a value. */
    public final @Nullable Throwable cause() {
        Object outcome = outcome();
        return outcome instanceof Failure failure ? failure.cause : null;
    }

    /**
     * Makes this a cancelled future.
     *
     * @return false if it was done already
     */
    public abstract boolean cancel();

    /** A future of what the function makes of the value; a failure stays one. */
    public <R extends @Nullable Object> Future<R> map(Function<? super T, ? extends R> function) {
        check(function);
        Object outcome = outcome();
        if (outcome == null) {
            return attached(new Mapping<T, R>(function));
        }
        return outcome instanceof Failure ? narrow() : done(Mapping.apply(function, outcome));
    }

    /** As {@link #map(Function)}, with the function on an executor. */
    public final <R extends @Nullable Object> Future<R> map(
            Function<? super T, ? extends R> function, Executor executor) {
        check(function);
        return attached(new Mapping<T, R>(function), executor);
    }

    /**
     * A future with the result of the future that the function makes of the value; a failure stays one. To cancel it does
     * not touch the future that the function gave.
     *
     * <p>A loop may call this from inside the function without end. For that, a future that a flatMap's function
     * returned, and nobody else has registered with, lets the outer one wait directly for whatever it is going to wait for
     * itself; to cancel it later is then no more felt by the outer one, only by those that register with it afterwards.
     */
    public <R extends @Nullable Object> Future<R> flatMap(Function<? super T, ? extends Future<? extends R>> function) {
        check(function);
        Object outcome = outcome();
        if (outcome == null) {
            return attached(new Flattening<T, R>(function));
        }
        return outcome instanceof Failure ? narrow() : new Value<>(Boxed.<T>decode(outcome)).flatMap(function);
    }

    /** As {@link #flatMap(Function)}, with the function on an executor. */
    public final <R extends @Nullable Object> Future<R> flatMap(
            Function<? super T, ? extends Future<? extends R>> function, Executor executor) {
        check(function);
        return attached(new Flattening<T, R>(function), executor);
    }

    /** A future of the value, or of what the function makes of the failure. */
    public final Future<T> recover(Function<? super Throwable, ? extends T> function) {
        check(function);
        Object outcome = outcome();
        if (outcome == null) {
            return attached(new Recovery<T>(function));
        }
        return outcome instanceof Failure failure ? done(Recovery.apply(function, failure)) : this;
    }

    /** As {@link #recover(Function)}, with the function on an executor. */
    public final Future<T> recover(Function<? super Throwable, ? extends T> function, Executor executor) {
        check(function);
        return attached(new Recovery<T>(function), executor);
    }

    /** A future of the value, or with the result of the future that the function makes of the failure. */
    public final Future<T> recoverWith(Function<? super Throwable, ? extends Future<? extends T>> function) {
        check(function);
        Object outcome = outcome();
        if (outcome == null) {
            return attached(new Rescue<T>(function));
        }
        return outcome instanceof Failure failure ? new Value<Throwable>(failure.cause).flatMap(function) : this;
    }

    /** As {@link #recoverWith(Function)}, with the function on an executor. */
    public final Future<T> recoverWith(
            Function<? super Throwable, ? extends Future<? extends T>> function, Executor executor) {
        check(function);
        return attached(new Rescue<T>(function), executor);
    }

    /** A future of what the function makes of the value and null, or of null and the failure. */
    public final <R extends @Nullable Object> Future<R> handle(
            BiFunction<? super @Nullable T, ? super @Nullable Throwable, ? extends R> function) {
        check(function);
        Object outcome = outcome();
        if (outcome == null) {
            return attached(new Handling<T, R>(function));
        }
        return done(Handling.apply(function, outcome));
    }

    /** As {@link #handle(BiFunction)}, with the function on an executor. */
    public final <R extends @Nullable Object> Future<R> handle(
            BiFunction<? super @Nullable T, ? super @Nullable Throwable, ? extends R> function, Executor executor) {
        check(function);
        return attached(new Handling<T, R>(function), executor);
    }

    /**
     * Tells a listener the value and null, or null and the failure.
     *
     * @return this future
     */
    public final Future<T> onComplete(BiConsumer<? super @Nullable T, ? super @Nullable Throwable> listener) {
        check(listener);
        attach(new Listening<T>(listener));
        return this;
    }

    /**
     * As {@link #onComplete(BiConsumer)}, with the listener on an executor. If that refuses, the refusal is reported as what
     * a listener throws.
     */
    public final Future<T> onComplete(
            BiConsumer<? super @Nullable T, ? super @Nullable Throwable> listener, Executor executor) {
        check(listener);
        attached(new Listening<T>(listener), executor);
        return this;
    }

    /** As {@link #timeout(Duration, Timer)} on {@link Timer#daemon()}. */
    public final Future<T> timeout(Duration limit) {
        return timeout(limit, Timer.daemon());
    }

    /**
     * A future with this one's result, that fails with a {@link TimeoutException} if there is none after a time. This
     * future itself goes on; its result takes the timer's task back.
     *
     * @param limit 0 or less is over at once, unless this is done
     */
    public final Future<T> timeout(Duration limit, Timer timer) {
        if (isDone()) {
            return this;
        }
        return TimeLimit.of(this, nanos(limit), timer);
    }

    /**
     * Blocks the calling thread until this is done. The thread that is to make it done must not be the one that waits: an
     * event loop that waits for its own work waits for ever.
     *
     * @throws InterruptedException if the thread is interrupted, now or while it waits; the future goes on
     * @throws java.util.concurrent.CancellationException if this was cancelled
     * @throws ExecutionException if this failed, with the failure as its cause
     */
    public final T await() throws InterruptedException, ExecutionException {
        Waiter.await(this);
        return awaited();
    }

    /**
     * As {@link #await()}, for no longer than a time.
     *
     * @param limit 0 or less does not wait
     * @throws TimeoutException if this is not done by then; the future goes on
     */
    public final T await(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        Waiter.await(this, nanos(limit));
        return awaited();
    }

    /** A {@link CompletableFuture} with this one's result. What happens to it does not touch this future. */
    public final CompletableFuture<T> toCompletableFuture() {
        return Stages.to(this);
    }

    static boolean isResult(@Nullable Object state) {
        return state != null && !(state instanceof Continuation);
    }

    /**
     * The result, as {@link Boxed} writes a value, or a {@link Failure}; null while this is pending. Of a future that has
     * become another one, the other's.
     */
    abstract @Nullable Object outcome();

    /** Registers a continuation that is in no list; if this is done already, runs it. */
    abstract void attach(Continuation<?> added);

    /** Called when one that was registered has died: takes it out at once if it was the last, otherwise sooner or later. */
    void dropDead() {}

    /** A future with this one's result that can be cancelled without touching this. */
    final Future<T> followed() {
        Flattening<T, T> follower = new Flattening<>();
        attach(follower);
        return follower;
    }

    /** This future seen as one of another type, for a result that fits both. */
    @SuppressWarnings("unchecked") // A future only gives; and a failure is of any type.
    final <R extends @Nullable Object> Future<R> narrow() {
        return (Future<R>) this;
    }

    private static <R extends @Nullable Object> Future<R> done(Object state) {
        return state instanceof Failure ? new Promise<>(state) : new Value<>(Boxed.<R>decode(state));
    }

    private T awaited() throws ExecutionException {
        Object outcome = outcome();
        if (outcome instanceof Failure failure) {
            if (failure.isCancellation()) {
                throw failure.cancellation();
            }
            throw new ExecutionException(failure.cause);
        }
        return Boxed.decode(Objects.requireNonNull(outcome));
    }

    private <R extends @Nullable Object> Future<R> attached(Continuation<R> continuation) {
        attach(continuation);
        return continuation;
    }

    private <R extends @Nullable Object> Future<R> attached(Continuation<R> continuation, Executor executor) {
        attach(new Hop(continuation, Objects.requireNonNull(executor, "executor")));
        return continuation;
    }

    @SuppressWarnings("unchecked") // Generic array, read only.
    private static <T> Future<? extends T>[] array(Collection<? extends Future<? extends T>> inputs) {
        Future<? extends T>[] array = inputs.toArray((Future<? extends T>[]) new Future<?>[0]);
        if (Checks.ENABLED) {
            for (Future<? extends T> input : array) {
                Objects.requireNonNull(input, "an input is null");
            }
        }
        return array;
    }

    private static long nanos(Duration limit) {
        if (limit.isNegative()) {
            return 0;
        }
        return limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? limit.toNanos() : Long.MAX_VALUE;
    }

    static void check(Object function) {
        if (Checks.ENABLED) {
            Objects.requireNonNull(function, "a function is needed");
        }
    }
}
