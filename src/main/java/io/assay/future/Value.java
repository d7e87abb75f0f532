package io.assay.future;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A future that is done with a value from the start. It has no state to change, and its one field is final: reading it
 * needs no fence, so that the compiler may keep it in a register along a chain.
 */
final class Value<T extends @Nullable Object> extends Future<T> {
    final T value;

    Value(T value) {
        this.value = value;
    }

    @Override
    Object outcome() {
        return Boxed.encode(value);
    }

    @Override
    void attach(Continuation<?> added) {
        added.next = null;
        Propagation.run(outcome(), added);
    }

    @Override
    public T getNow() {
        return value;
    }

    @Override
    public boolean cancel() {
        return false;
    }

    @Override
    public <R extends @Nullable Object> Future<R> map(Function<? super T, ? extends R> function) {
        check(function);
        R mapped;
        try {
            mapped = function.apply(value);
        } catch (Throwable thrown) {
            return new Promise<>(new Failure(thrown));
        }
        // Only now, so that the object is allocated where it is filled, and needs no write barrier.
        Value<R> done = new Value<>(mapped);
        // Readers do not need it, the final field is enough: it keeps C2 from unrolling a loop of such maps, which
        // then takes half as long again (JDK 17, x86, where the fence is no instruction).
        VarHandle.storeStoreFence();
        return done;
    }

    @Override
    public <R extends @Nullable Object> Future<R> flatMap(Function<? super T, ? extends Future<? extends R>> function) {
        check(function);
        Propagation run = Propagation.current();
        if (!run.isIdle()) {
            return nested(function, run);
        }
        // The outermost call: what it writes is known, so that no step of a chain waits for the one before to be
        // written.
        Future<? extends R> given;
        run.begin();
        try {
            given = given(function);
        } finally {
            run.end();
        }
        return given instanceof Value ? given.narrow() : outOfReach(given);
    }

    private <R extends @Nullable Object> Future<R> nested(
            Function<? super T, ? extends Future<? extends R>> function, Propagation run) {
        if (run.isDeep()) {
            Flattening<T, R> later = new Flattening<>(function);
            run.defer(outcome(), later);
            return later;
        }
        int depth = run.enter();
        Future<? extends R> given = given(function);
        run.leave(depth);
        return given instanceof Value ? given.narrow() : outOfReach(given);
    }

    private <R extends @Nullable Object> Future<? extends R> given(
            Function<? super T, ? extends Future<? extends R>> function) {
        try {
            return Objects.requireNonNull(function.apply(value), Follower.NO_FUTURE);
        } catch (Throwable thrown) {
            return new Promise<>(new Failure(thrown));
        }
    }

    /** One that is done can be given as it is; one that is not must be out of reach of the result's cancel. */
    private static <R extends @Nullable Object> Future<R> outOfReach(Future<? extends R> given) {
        Future<R> own = given.narrow();
        return own.isDone() ? own : own.followed();
    }
}
