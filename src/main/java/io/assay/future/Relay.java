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
        if (target == null) {
            return null;
        }
        try {
            return settledFor(target, result);
        } catch (IllegalStateException onAnotherThread) {
            // The target is confined to one: there is nobody else to tell.
            Uncaught.report(onAnotherThread);
            return null;
        }
    }

    @Override
    boolean isDead() {
        Cell<?> target = (Cell<?>) what;
        return target == null || isResult(target.state());
    }
}
