package io.assay.future;

import java.util.function.Function;

/** {@link Future#recoverWith}. */
final class Rescue<T> extends Follower<T> {
    Rescue(Function<? super Throwable, ? extends Future<? extends T>> function) {
        super(function);
    }

    @Override
    boolean takes(Object result) {
        return result instanceof Failure;
    }

    @Override
    @SuppressWarnings("unchecked") // The constructor's own type.
    Future<? extends T> choose(Object function, Object result) {
        return ((Function<? super Throwable, ? extends Future<? extends T>>) function).apply(((Failure) result).cause);
    }
}
