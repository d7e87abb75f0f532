package io.assay.future;

import java.util.function.Function;

/** {@link Future#flatMap}. */
final class Flattening<A, R> extends Follower<R> {
    Flattening(Function<? super A, ? extends Future<? extends R>> function) {
        super(function);
    }

    /** Follows a future from the start. */
    Flattening() {
        super(null);
    }

    @Override
    boolean takes(Object result) {
        return !(result instanceof Failure);
    }

    @Override
    @SuppressWarnings("unchecked") // The constructor's own type.
    Future<? extends R> choose(Object function, Object result) {
        return ((Function<? super A, ? extends Future<? extends R>>) function).apply(Boxed.<A>decode(result));
    }
}
