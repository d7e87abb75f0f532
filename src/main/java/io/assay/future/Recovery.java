package io.assay.future;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Future#recover} of a future that was pending. */
final class Recovery<T> extends Continuation<T> {
    Recovery(Function<? super Throwable, ? extends T> function) {
        super(function);
    }

    @Override
    @SuppressWarnings("unchecked") // The constructor's own type.
    @Nullable
    Continuation<?> fire(Object result) {
        Function<? super Throwable, ? extends T> function = (Function<? super Throwable, ? extends T>) what;
        what = null;
        Object seen = state();
        if (function == null || isResult(seen)) {
            return null;
        }
        return settled(seen, result instanceof Failure failure ? apply(function, failure) : result);
    }

    /** The state that the function makes of a failure. */
    static <T> Object apply(Function<? super Throwable, ? extends T> function, Failure failure) {
        try {
            return Boxed.encode(function.apply(failure.cause));
        } catch (Throwable thrown) {
            return new Failure(thrown);
        }
    }
}
