package io.assay.future;

import org.jspecify.annotations.Nullable;

/** Gives the parent's result to another future. */
final class Relay extends Continuation<Object> {
    Relay(Cell<?> target) {
        super(target);
    }

    @Override
    @Nullable
    Continuation<?> fire(Object result) {
        Cell<?> target = (Cell<?>) what;
        what = null;
        return target == null ? null : settledFor(target, result);
    }

    @Override
    boolean isDead() {
        Cell<?> target = (Cell<?>) what;
        return target == null || isResult(target.state());
    }
}
